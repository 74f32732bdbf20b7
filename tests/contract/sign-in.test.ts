import { describe, expect, it } from 'vitest';
import { act, openTestCore, type Desk, type TestCore } from '#tests/support/core.ts';
import { staffPassword } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';

const minuteMs = 60_000;

function tryPassword({ client }: Desk, login: string, password: string) {
  return act(client.people.signIn, { login, password });
}

/** The codes of so many wrong tries, one after the other. */
async function wrongTries(core: TestCore, count: number, login = 'clerk'): Promise<string[]> {
  const codes = [];
  for (let n = 0; n < count; n += 1) codes.push((await refusalOf(tryPassword(core.desk(), login, `wrong ${n}`))).code);
  return codes;
}

async function lockedMinutes(core: TestCore): Promise<number> {
  const { code, facts } = await refusalOf(tryPassword(core.desk(), 'clerk', staffPassword));
  return code === 'sign-in.locked' ? Math.round((Date.parse(String(facts['until'])) - core.now()) / minuteMs) : 0;
}

describe('signing in', () => {
  it('seats the person at this desk and at no other', async () => {
    const core = await openTestCore();
    const desk = await core.signedIn('clerk');
    expect((await desk.client.people.seat({})).user).toMatchObject({ login: 'clerk', roles: ['clerk'], mustChangePassword: false });
    expect((await core.desk().client.people.seat({})).user).toBeNull();
    expect((await refusalOf(core.desk().client.applications.list({ show: 'all', state: null, limit: 1, offset: 0 }))).code).toBe(
      'sign-in.required',
    );
  });

  it('says the same of a wrong password and of a login that nobody has', async () => {
    const core = await openTestCore();
    const known = await refusalOf(tryPassword(core.desk(), 'clerk', 'wrong'));
    const unknown = await refusalOf(tryPassword(core.desk(), 'nobody', 'wrong'));
    expect(unknown).toEqual(known);
    expect(known).toEqual({ code: 'sign-in.wrong', facts: {}, problems: [] });
  });

  it('is locked by the fifth wrong password for 1 minute, then 5, 15, 60 and 60, also for the right one', async () => {
    const core = await openTestCore();
    const waits = [];
    for (let round = 0; round < 5; round += 1) {
      expect(await wrongTries(core, 5)).toEqual([...Array<string>(4).fill('sign-in.wrong'), 'sign-in.locked']);
      const minutes = await lockedMinutes(core);
      waits.push(minutes);
      core.moveClock(minutes * minuteMs + 1000);
    }
    expect(waits).toEqual([1, 5, 15, 60, 60]);
    expect((await tryPassword(core.desk(), 'clerk', staffPassword)).user).toMatchObject({ login: 'clerk' });
  });

  it('counts from the first again after a good password', async () => {
    const core = await openTestCore();
    await wrongTries(core, 4);
    await core.signedIn('clerk');
    expect(await wrongTries(core, 4)).not.toContain('sign-in.locked');
  });

  it('keeps the count when the core is closed and opened again', async () => {
    const core = await openTestCore();
    await wrongTries(core, 4);
    await core.restart();
    expect(await wrongTries(core, 1)).toEqual(['sign-in.locked']);
  });

  it('gives many guesses at once no more than five, even where the last one is right', async () => {
    const core = await openTestCore();
    // Node compares four at a time, in the order asked: when the last one's turn comes, at least eight have been judged.
    const guesses = [...Array.from({ length: 11 }, (_, n) => `guess ${n}`), staffPassword];
    const codes = (await Promise.all(guesses.map((guess) => refusalOf(tryPassword(core.desk(), 'clerk', guess))))).map(({ code }) => code);
    expect([codes.filter((code) => code === 'sign-in.wrong').length, codes.at(-1)]).toEqual([4, 'sign-in.locked']);
  });

  it('of one person locks nobody else out', async () => {
    const core = await openTestCore();
    await wrongTries(core, 5);
    const { client } = await core.signedIn('supervisor');
    expect((await client.people.seat({})).user).toMatchObject({ login: 'supervisor' });
  });

  it('stands in the person’s own history, good and bad', async () => {
    const core = await openTestCore();
    await wrongTries(core, 1);
    const { client } = await core.signedIn('clerk');
    expect((await client.people.ownActivity({})).map(({ kind, ok }) => [kind, ok])).toEqual([
      ['people.signIn', true],
      ['people.signIn', false],
    ]);
  });
});

describe('a locked desk', () => {
  it('opens for the same person’s password and for nothing else', async () => {
    const core = await openTestCore();
    const { client } = await core.signedIn('clerk');
    expect(await client.people.lock({})).toMatchObject({ locked: true });
    const list = { show: 'all', state: null, limit: 1, offset: 0 } as const;
    expect((await refusalOf(client.applications.list(list))).code).toBe('sign-in.required');
    expect((await refusalOf(act(client.people.unlock, { password: 'wrong' }))).code).toBe('sign-in.wrong');
    await act(client.people.unlock, { password: staffPassword });
    expect((await client.applications.list(list)).total).toBe(0);
  });

  it('where nobody sits is opened by no password', async () => {
    const { client } = (await openTestCore()).desk();
    expect((await refusalOf(act(client.people.unlock, { password: staffPassword }))).code).toBe('sign-in.wrong');
  });
});

describe('a first password', () => {
  const firstPassword = 'nyota ya asubuhi';
  const next = 'jua la jioni leo';

  async function hired(): Promise<{ readonly core: TestCore; readonly desk: Desk }> {
    const core = await openTestCore();
    const admin = await core.signedIn('admin');
    await act(admin.client.people.create, { name: 'Faith Chepkoech', login: 'faith', roles: ['clerk'], firstPassword });
    const desk = core.desk();
    await tryPassword(desk, 'faith', firstPassword);
    return { core, desk };
  }

  it('must be changed before anything else is done', async () => {
    const { desk } = await hired();
    const { client } = desk;
    expect((await client.people.seat({})).user).toMatchObject({ mustChangePassword: true });
    expect((await refusalOf(act(client.applications.open, { service: 'transfer' }))).code).toBe('sign-in.change-password-first');
    await act(client.people.changePassword, { current: firstPassword, next });
    await act(client.applications.open, { service: 'transfer' });
  });

  it('is not kept by changing it into itself, a short or a common one, or one with the login in it', async () => {
    const { client } = (await hired()).desk;
    const tries = [firstPassword, 'fupi', 'hakunamatata', 'Faith wa Nairobi'];
    const codes = [];
    for (const one of tries) codes.push((await refusalOf(act(client.people.changePassword, { current: firstPassword, next: one }))).code);
    expect(codes).toEqual(['password.same-as-before', 'password.too-short', 'password.too-common', 'password.too-common']);
  });

  it('is changed only with the password of now', async () => {
    const { client } = (await hired()).desk;
    expect((await refusalOf(act(client.people.changePassword, { current: 'another one', next }))).code).toBe('password.wrong');
  });

  it('given anew ends a lock-out, and must be changed too', async () => {
    const { core } = await hired();
    await wrongTries(core, 5, 'faith');
    const supervisor = await core.signedIn('supervisor');
    const admin = await core.signedIn('admin');
    const person = (await admin.client.people.list({})).find(({ login }) => login === 'faith');
    await act(supervisor.client.people.resetPassword, { id: person?.id ?? '', firstPassword: 'mvua ya masika' });
    const desk = core.desk();
    expect((await tryPassword(desk, 'faith', 'mvua ya masika')).user).toMatchObject({ mustChangePassword: true });
  });

  it('of a person who was disabled opens nothing, and their desk is empty at once', async () => {
    const { core, desk } = await hired();
    const admin = await core.signedIn('admin');
    const { id = '' } = (await desk.client.people.seat({})).user ?? {};
    await act(admin.client.people.update, { id, name: 'Faith Chepkoech', roles: ['clerk'], disabled: true });
    expect((await desk.client.people.seat({})).user).toBeNull();
    expect((await refusalOf(tryPassword(core.desk(), 'faith', firstPassword))).code).toBe('sign-in.wrong');
  });
});
