import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApplicationState } from '#shared/domain/application.ts';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { openTestHub, usualDatabase, type TestHub } from '#tests/support/hub.ts';
import { completeLearner, type LearnerFacts } from '#tests/support/learner-body.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { mpesaCode } from '#tests/support/transfer-body.ts';
import { pay, readyToPay, typedCase, type ReadyToPay } from '#tests/support/transfer-case.ts';

let hub: TestHub;
let cursor: string;
let payments = 40;
beforeAll(async () => {
  hub = await openTestHub(usualDatabase);
  cursor = (await (await hub.device('NRB01')).pullAll()).next;
}, 120_000);
afterAll(() => hub?.close());

async function office(officeCode = 'NRB01'): Promise<TestCore> {
  return openTestCore({ hub: { url: hub.hub.url, code: await hub.hub.enrolCode(officeCode), cursor } });
}

async function eventually({ client }: Desk, check: () => Promise<void>): Promise<void> {
  const ask = async () => {
    await client.queue.tryNow({});
    await check();
  };
  await vi.waitFor(ask, { timeout: 45_000, interval: 200 });
}

function becomes(desk: Desk, id: string, state: ApplicationState): Promise<void> {
  return eventually(desk, async () => expect((await desk.client.applications.get({ id })).line.state).toBe(state));
}

async function paid(desk: Desk, facts: LearnerFacts): Promise<ReadyToPay> {
  const ready = await readyToPay(desk, completeLearner(facts));
  payments += 1;
  await pay(desk, ready, mpesaCode(payments));
  return ready;
}

async function decided(core: TestCore, id: string, outcome: 'approved' | 'refused'): Promise<void> {
  const registrar = await core.signedIn('registrar');
  await eventually(registrar, async () =>
    expect((await registrar.client.registrar.list({})).map(({ applicationId }) => applicationId)).toContain(id),
  );
  await act(registrar.client.registrar.decide, {
    applicationId: id,
    outcome,
    reasons: outcome === 'approved' ? [] : ['school-unknown'],
    note: '',
  });
}

describe('a provisional licence at the counter', () => {
  it('asks for the medical form and the learner’s own word, and costs 600', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id, reference } = await typedCase(desk, completeLearner());
    const found = await desk.client.applications.get({ id });
    expect(reference).toMatch(/^P-NRB01-/u);
    expect(found.problems.map(({ field }) => field)).toEqual(['scans.medical-form', 'confirm.driver']);
    expect(found.fee).toMatchObject({ kind: 'lines', totalCents: 600_00, lines: [{ code: 'provisional-licence' }] });
    expect([found.needsSupervisor, found.line.plate, found.line.who]).toEqual([false, '', 'Njoki W.']);
  });

  it('is stopped where the age of the class is not reached, with the line down', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await typedCase(desk, completeLearner({ class: 'D3' }));
    const { problems } = await desk.client.applications.get({ id });
    expect(problems.find(({ step }) => step === 'class')).toMatchObject({ code: 'driver.too-young', facts: { class: 'D3', needed: 30 } });
  });

  it('is asked for once: a second one names the first', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const first = await paid(desk, {});
    const { id } = await typedCase(desk, completeLearner({ idNumber: '034567812' }));
    const { problems } = await desk.client.applications.get({ id });
    expect(problems[0]).toMatchObject({ code: 'driver.open-application', facts: { reference: first.reference } });
  });
});

describe('a provisional licence at the hub', () => {
  it('is approved with a number and an end, which every office learns, and a second class has to wait for it', async () => {
    const [near, far] = [await office(), await office('MSA01')];
    const [clerk, other] = [await near.signedIn('clerk'), await far.signedIn('clerk')];
    const { id } = await paid(clerk, { idNumber: '34567821' });
    await decided(near, id, 'approved');
    await becomes(clerk, id, 'approved');
    const identity = { idKind: 'national-id', idNumber: '34567821' };
    await eventually(other, async () => expect((await other.client.drivers.find(identity)).driver).not.toBeNull());
    const { driver } = await other.client.drivers.find(identity);
    expect(driver?.provisional).toMatchObject({ class: 'B2', school: 'Mazoezi Driving School' });
    expect(driver?.provisional?.number).toMatch(/^PDL-\d{4}-\d{6}$/u);
    await eventually(clerk, async () =>
      expect((await clerk.client.applications.get({ id })).provisional).toMatchObject({ number: driver?.provisional?.number }),
    );
    const again = await typedCase(other, completeLearner({ idNumber: '34567821', driver, class: 'A1' }));
    const { problems } = await other.client.applications.get({ id: again.id });
    expect(problems.map(({ code }) => code)).toContain('driver.learns-already');
  });

  it('is news among the work for a week after its approval, and then nobody owes anything', async () => {
    const core = await office();
    const clerk = await core.signedIn('clerk');
    const { id } = await paid(clerk, { idNumber: '34567854' });
    await decided(core, id, 'approved');
    await becomes(clerk, id, 'approved');
    const work = async (show: 'work' | 'all') => {
      const desk = await core.signedIn('clerk');
      const { lines } = await desk.client.applications.list({ show, state: null, limit: 50, offset: 0 });
      return lines.map(({ gist }) => gist);
    };
    const gist = { of: 'class', class: 'B2', day: '' };
    expect(await work('work')).toEqual([gist]);
    core.moveClock(8 * 86_400_000);
    expect([await work('work'), await work('all')]).toEqual([[], [gist]]);
  });

  it('is refused to one of two offices that took it while alone, with who was first', async () => {
    const [near, far] = [await office(), await office('MSA01')];
    const [clerk, other] = [await near.signedIn('clerk'), await far.signedIn('clerk')];
    const [first, second] = [await paid(clerk, { idNumber: '34567832' }), await paid(other, { idNumber: '34567832' })];
    const states = async () =>
      [
        (await clerk.client.applications.get({ id: first.id })).line.state,
        (await other.client.applications.get({ id: second.id })).line.state,
      ].toSorted();
    await eventually(clerk, async () => {
      await other.client.queue.tryNow({});
      expect(await states()).toEqual(['conflict', 'in-review']);
    });
  });

  it('is refused with the register’s reason, and then may be asked for again', async () => {
    const core = await office();
    const clerk = await core.signedIn('clerk');
    const { id } = await paid(clerk, { idNumber: '34567843' });
    await decided(core, id, 'refused');
    await becomes(clerk, id, 'refused');
    expect((await clerk.client.applications.get({ id })).decision).toMatchObject({ outcome: 'refused', reasons: ['school-unknown'] });
    const again = await paid(clerk, { idNumber: '34567843' });
    await becomes(clerk, again.id, 'in-review');
  });

  it('keeps the record that a look-up brings, and tells who asked without a line that there is none', async () => {
    const clerk = await (await office()).signedIn('clerk');
    const nobody = { idKind: 'national-id', idNumber: '99999999' };
    expect(await act(clerk.client.drivers.lookUp, nobody)).toEqual({ driver: null });
    const offline = await (await openTestCore()).signedIn('clerk');
    expect((await refusalOf(act(offline.client.drivers.lookUp, nobody))).code).toBe('hub.unreachable');
  });
});
