import { ORPCError } from '@orpc/client';
import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { act, openTestCore } from '#tests/support/core.ts';
import { failureOf, refusalOf } from '#tests/support/refused.ts';
import { withOfficeFile } from '#tests/support/made-office.ts';
import { openTransfer } from '#tests/support/transfer-case.ts';
import type { CommandContext, QueryContext } from '#core/context.ts';
import type { HandlerOf } from '#core/handler.ts';
import { contract } from '#shared/contract/contract.ts';

describe('bad input', () => {
  it('is refused and the field is named, before anything is asked', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const payment = { method: 'mpesa', code: 'UKM0000000', amountCents: 0.5 } as const;
    expect(await refusalOf(act(desk.client.applications.submit, { id: 'no id', payment }))).toEqual({
      code: 'act.invalid-input',
      facts: {},
      problems: [
        { step: '', field: 'id', code: 'input.malformed', facts: {} },
        { step: '', field: 'payment.amountCents', code: 'input.malformed', facts: {} },
      ],
    });
  });

  it.each<[string, unknown]>([
    ['entryId', { entryId: '17', act: { service: 'transfer' } }],
    ['service', { entryId: newId(), act: { service: 'licence' } }],
    ['service', { entryId: newId(), act: {} }],
    ['', { entryId: newId(), act: { service: 'transfer', __proto__: { admin: true }, more: 1 } }],
    ['', 'text'],
    ['', null],
  ])('names %j for %j', async (field, input) => {
    const { client } = await (await openTestCore()).signedIn('clerk');
    const refused = await refusalOf(client.applications.open(input as never));
    expect([refused.code, refused.problems[0]?.field]).toEqual(['act.invalid-input', field]);
  });

  it('stores nothing', async () => {
    const core = await openTestCore();
    const { client } = await core.signedIn('auditor');
    const before = (await client.records.verify({})).entries;
    const clerk = await core.signedIn('clerk');
    await refusalOf(clerk.client.applications.open({ entryId: newId(), act: { service: 'licence' } } as never));
    expect((await client.records.verify({})).entries).toBe(before + 1);
  });
});

describe('a bug', () => {
  it('is told by a reference that stands in the log with the stack, and by nothing else', async () => {
    const core = await openTestCore();
    const before = await openTransfer(await core.signedIn('clerk'));
    await core.close();
    const broken = 'this is not what a body looks like';
    await withOfficeFile(core.dataDir, (storage) =>
      storage.transact((db) => db.run('UPDATE application SET body = ? WHERE id = ?', broken, before.id)),
    );
    await core.restart();
    const desk = await core.signedIn('clerk');
    const error = await failureOf(desk.client.applications.get({ id: before.id }));
    if (!(error instanceof ORPCError)) throw error;
    expect([error.code, error.defined, Object.keys(error.data as object)]).toEqual(['BUG', true, ['reference']]);
    const { reference } = error.data as { reference: string };
    const logged = core.log.filter(({ event }) => event === 'bug');
    expect(logged).toEqual([
      {
        level: 'error',
        event: 'bug',
        facts: { reference, call: 'applications.get', stack: expect.stringContaining('SyntaxError') as string },
      },
    ]);
    const wire = JSON.stringify(error.toJSON());
    expect(wire).toContain(reference);
    expect(wire).not.toMatch(/SyntaxError|core\/|\.ts|not what a body/u);
  });

  it('of one entry id used for two acts is no repeat, and does nothing', async () => {
    const core = await openTestCore();
    const desk = await core.signedIn('clerk');
    const entryId = newId();
    const { id } = await act(desk.client.applications.open, { service: 'transfer' }, entryId);
    const error = await failureOf(act(desk.client.applications.cancel, { id, reason: 'Not wanted' }, entryId));
    expect(error).toMatchObject({ code: 'BUG' });
    expect((await desk.client.applications.get({ id })).line.state).toBe('draft');
  });
});

describe('a query', () => {
  it('has no connection it could write on: one that writes does not compile', () => {
    const { list } = contract.applications;
    const reads: HandlerOf<typeof list> = (cx: QueryContext) => ({ lines: [], total: cx.db.all('SELECT 1').length });
    // @ts-expect-error A handler that asks for a command's context is no handler of a query.
    const writes: HandlerOf<typeof list> = (cx: CommandContext) => ({ lines: [], total: cx.db.run('DELETE FROM journal') });
    // @ts-expect-error The connection of a query cannot run.
    const runs: HandlerOf<typeof list> = (cx) => ({ lines: [], total: cx.db.run('DELETE FROM journal') });
    expect([reads, writes, runs]).toHaveLength(3);
  });

  it('that wrote all the same would be refused by the file itself', async () => {
    const core = await openTestCore();
    await core.close();
    await withOfficeFile(core.dataDir, (storage) => {
      expect(() => storage.reader.get('DELETE FROM user RETURNING id')).toThrow('readonly');
    });
  });
});
