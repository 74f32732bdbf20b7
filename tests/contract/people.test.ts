import { describe, expect, it } from 'vitest';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import { refusalOf } from '#tests/support/refused.ts';

const firstPassword = 'nyota ya asubuhi';

async function personOf({ client }: Desk, login: string) {
  const person = (await client.people.list({})).find((one) => one.login === login);
  if (!person) throw new Error(`Nobody signs in as ${login}`);
  return person;
}

describe('people of an office', () => {
  it('are each known by one login, whatever its letters', async () => {
    const admin = await (await openTestCore()).signedIn('admin');
    const create = (login: string) => act(admin.client.people.create, { name: 'Faith Chepkoech', login, roles: ['clerk'], firstPassword });
    expect(await create('faith')).toMatchObject({ login: 'faith', mustChangePassword: true, disabled: false });
    expect(await refusalOf(create('FAITH'))).toMatchObject({ code: 'user.login-taken', facts: { login: 'FAITH' } });
  });

  it('always have one admin who may sign in, and nobody puts themselves out', async () => {
    const core = await openTestCore();
    const admin = await core.signedIn('admin');
    const own = await personOf(admin, 'admin');
    const update = (change: Partial<typeof own>) => {
      const { id, name, roles, disabled } = { ...own, ...change };
      return act(admin.client.people.update, { id, name, roles, disabled });
    };
    expect((await refusalOf(update({ roles: ['clerk'] }))).code).toBe('user.last-admin');
    expect((await refusalOf(update({ disabled: true }))).code).toBe('user.last-admin');
    const other = await personOf(admin, 'auditor');
    await act(admin.client.people.update, { id: other.id, name: other.name, roles: ['auditor', 'admin'], disabled: false });
    expect((await refusalOf(update({ disabled: true }))).code).toBe('user.own-account');
    await update({ roles: ['clerk'] });
    expect((await refusalOf(admin.client.people.list({}))).code).toBe('act.forbidden');
  });

  it('who are disabled stand on no tile, and their work keeps their name', async () => {
    const core = await openTestCore();
    const clerk = await core.signedIn('clerk');
    const { id } = await act(clerk.client.applications.open, { service: 'transfer' });
    const admin = await core.signedIn('admin');
    const person = await personOf(admin, 'clerk');
    await act(admin.client.people.update, { id: person.id, name: person.name, roles: person.roles, disabled: true });
    expect((await admin.client.people.tiles({})).map(({ login }) => login)).not.toContain('clerk');
    expect((await admin.client.applications.get({ id })).line.clerkName).toBe('Clerk Wa Majaribio');
  });

  it('with the admin’s role get a new password from an admin only', async () => {
    const core = await openTestCore();
    const supervisor = await core.signedIn('supervisor');
    const { id } = await personOf(await core.signedIn('admin'), 'admin');
    expect(await refusalOf(act(supervisor.client.people.resetPassword, { id, firstPassword }))).toMatchObject({
      code: 'act.forbidden',
      facts: { needs: 'admin' },
    });
  });
});
