import { ORPCError } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import type { Procedure } from '#shared/contract/procedure.ts';
import type { Refusal } from '#shared/domain/refusal.ts';
import { roles, type Role } from '#shared/domain/role.ts';
import { openTestCore, type Desk } from '#tests/support/core.ts';
import { exampleInputs } from '#tests/support/example-inputs.ts';

interface Called {
  readonly feature: string;
  readonly name: string;
  readonly procedure: Procedure;
}

const procedures: readonly Called[] = Object.entries(contract).flatMap(([feature, group]) =>
  Object.entries(group).map(([name, procedure]: [string, Procedure]) => ({ feature, name, procedure })),
);

type Answer = 'allowed' | 'act.forbidden' | 'sign-in.required';

/** What the contract says; the core is not asked. The first admin is made once, and this office has one. */
function lawful({ name, procedure: { access } }: Called, role: Role | undefined): Answer {
  if (name === 'createAdmin') return 'act.forbidden';
  if (access === 'anyone') return 'allowed';
  if (!role) return 'sign-in.required';
  return access === 'signed-in' || access.includes(role) ? 'allowed' : 'act.forbidden';
}

/** Calls it with an input that the contract takes: whatever comes back then, but these two refusals, was allowed. */
async function answerOf(desk: Desk, { feature, name, procedure }: Called): Promise<Answer> {
  const input = (exampleInputs as unknown as Record<string, Record<string, unknown>>)[feature]?.[name];
  const call = (desk.client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[feature]?.[name];
  if (!call) throw new Error(`The core does not answer ${feature}.${name}`);
  try {
    const output = await call(procedure.kind === 'command' ? { entryId: newId(), act: input } : input);
    if (procedure.kind === 'watch') await (output as AsyncGenerator<unknown>).return(undefined);
    return 'allowed';
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'REFUSED') throw error;
    const { code } = error.data as Refusal;
    return code === 'act.forbidden' || code === 'sign-in.required' ? code : 'allowed';
  }
}

/** These change the seat, so that each is called from one of its own. */
const leaving: readonly string[] = ['people.lock', 'people.signOut', 'people.changePassword'];

describe('who may do what', () => {
  it.each([undefined, ...roles])('%s may call what the contract gives them, and nothing else', async (role) => {
    const core = await openTestCore();
    const seated = () => (role ? core.signedIn(role) : Promise.resolve(core.desk()));
    const desk = await seated();
    const found: Record<string, Answer> = {};
    const expected: Record<string, Answer> = {};
    for (const called of procedures) {
      const key = `${called.feature}.${called.name}`;
      found[key] = await answerOf(leaving.includes(key) ? await seated() : desk, called);
      expected[key] = lawful(called, role);
    }
    expect(found).toEqual(expected);
  });

  it('a refusal names the roles that may', async () => {
    const core = await openTestCore();
    const clerk = await core.signedIn('clerk');
    await expect(clerk.client.people.list({})).rejects.toMatchObject({
      data: { code: 'act.forbidden', facts: { needs: 'admin, auditor, supervisor' } },
    });
  });

  it('a role that was taken away is gone at the next call', async () => {
    const core = await openTestCore();
    const admin = await core.signedIn('admin');
    const auditor = await core.signedIn('auditor');
    const person = (await auditor.client.people.seat({})).user;
    await auditor.client.records.verify({});
    await admin.client.people.update({
      entryId: newId(),
      act: { id: person?.id ?? '', name: 'Auditor Wa Majaribio', roles: ['clerk'], disabled: false },
    });
    await expect(auditor.client.records.verify({})).rejects.toMatchObject({ data: { code: 'act.forbidden' } });
  });

  it('an act that was done is not repeated to somebody who may not do it', async () => {
    const core = await openTestCore();
    const clerk = await core.signedIn('clerk');
    const act = { entryId: newId(), act: { service: 'transfer' } } as const;
    await clerk.client.applications.open(act);
    await expect(core.desk().client.applications.open(act)).rejects.toMatchObject({ data: { code: 'sign-in.required' } });
  });
});
