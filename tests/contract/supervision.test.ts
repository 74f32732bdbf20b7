import { describe, expect, it } from 'vitest';
import { toInstant } from '#shared/base/instant.ts';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import { staffPassword } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { registryVehicle } from '#tests/support/transfer-body.ts';
import { pay, transferReadyToPay, typedTransfer, type ReadyToPay } from '#tests/support/transfer-case.ts';

/** Last heard of on Thursday; the office allows three days. */
const oldVehicle = registryVehicle({ source: { from: 'registry', asOf: toInstant('2026-11-19T06:00:00.000Z') } });
const reason = 'The line is down since Thursday';

function supervise({ client }: Desk, id: string, { login = 'supervisor', password = staffPassword } = {}) {
  return act(client.applications.supervise, { id, login, password, reason });
}

describe('a risky act on old facts', () => {
  it.each([
    ['facts of the register past their age', oldVehicle, 4 * 24 * 60],
    ['facts that only a paper says', registryVehicle({ source: { from: 'paper', asOf: toInstant('2026-11-23T06:00:00.000Z') } }), null],
  ])('on %s waits for a supervisor', async (_, vehicle, ageMinutes) => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const ready = await transferReadyToPay(desk, { vehicle });
    const { needsSupervisor, factsAgeMinutes } = await desk.client.applications.get({ id: ready.id });
    expect([needsSupervisor, factsAgeMinutes]).toEqual([true, ageMinutes]);
    expect((await refusalOf(pay(desk, ready))).code).toBe('application.needs-supervisor');
    await supervise(desk, ready.id);
    expect((await desk.client.applications.get({ id: ready.id })).supervisedBy).toBe('Supervisor Wa Majaribio');
    await pay(desk, ready);
  });

  it('on facts as old as the office allows needs none', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const vehicle = registryVehicle({ source: { from: 'registry', asOf: toInstant('2026-11-20T06:01:00.000Z') } });
    const { id } = await typedTransfer(desk, { vehicle });
    expect((await desk.client.applications.get({ id })).needsSupervisor).toBe(false);
  });

  it('is allowed by a supervisor other than who acts, at this desk, with their own password', async () => {
    const core = await openTestCore();
    const ready: ReadyToPay = await transferReadyToPay(await core.signedIn('supervisor'), { vehicle: oldVehicle });
    const own = await core.signedIn('supervisor');
    expect((await refusalOf(supervise(own, ready.id))).code).toBe('application.own-supervision');
    const clerk = await core.signedIn('clerk');
    expect(await refusalOf(supervise(clerk, ready.id, { login: 'admin' }))).toMatchObject({
      code: 'act.forbidden',
      facts: { needs: 'supervisor' },
    });
    expect((await clerk.client.applications.get({ id: ready.id })).supervisedBy).toBeNull();
  });

  it('is not allowed by a wrong password, which counts like one at the sign-in; an unknown login gets the same words', async () => {
    const core = await openTestCore();
    const clerk = await core.signedIn('clerk');
    const { id } = await typedTransfer(clerk, { vehicle: oldVehicle });
    const wrong = await refusalOf(supervise(clerk, id, { password: 'wrong' }));
    expect(await refusalOf(supervise(clerk, id, { login: 'nobody', password: 'wrong' }))).toEqual(wrong);
    const codes = [wrong.code];
    while (codes.length < 5) codes.push((await refusalOf(supervise(clerk, id, { password: 'wrong' }))).code);
    expect(codes).toEqual([...Array<string>(4).fill('sign-in.wrong'), 'sign-in.locked']);
    expect((await refusalOf(act(core.desk().client.people.signIn, { login: 'supervisor', password: staffPassword }))).code).toBe(
      'sign-in.locked',
    );
  });

  it('that was not allowed never reads in the history as if it had been', async () => {
    const clerk = await (await openTestCore()).signedIn('clerk');
    const { id } = await typedTransfer(clerk, { vehicle: oldVehicle });
    await refusalOf(supervise(clerk, id, { password: 'wrong' }));
    await supervise(clerk, id);
    const { timeline } = await clerk.client.applications.get({ id });
    expect(timeline.map(({ kind }) => kind)).toEqual(['applications.supervise', 'applications.supervise.refused', 'applications.open']);
  });
});
