import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { chain, openJournalFile, removeRow, swapRows, type Tool } from '#tests/support/journal-file.ts';
import { hashEntry } from './journal.ts';

const entries = 200;
const file = openJournalFile(entries);
afterAll(() => file.close());

/** For each column of a journal row: what an edit of it might write. */
const edits: Readonly<Record<string, string>> = {
  entry_id: `'00000000-0000-7000-8000-000000000000'`,
  epoch: 'epoch + 1',
  at: `'2026-11-22T06:00:00.000Z'`,
  actor_id: `'00000000-0000-7000-8000-000000000000'`,
  actor_name: `'Baraka Mwangi'`,
  actor_roles: `'["clerk","admin"]'`,
  kind: `kind || '.'`,
  subject: `subject || '0'`,
  scope: `CASE scope WHEN 'office' THEN 'device' ELSE 'office' END`,
  payload_hash: 'randomblob(32)',
  previous_hash: 'randomblob(32)',
  hash: 'randomblob(32)',
};

function edit(column: string, seq: number): (tool: Tool) => void {
  return (tool) => void tool.prepare(`UPDATE journal SET ${column} = ${edits[column] ?? ''} WHERE seq = ?`).run(seq);
}

describe('Verify', () => {
  it('says nothing of a journal as it was written', () => {
    expect(file.faults()).toEqual([]);
  });

  it('knows an edit of every column', () => {
    const columns = file.tool.pragma('table_info(journal)') as { name: string }[];
    expect(Object.keys(edits)).toEqual(columns.map(({ name }) => name).filter((name) => name !== 'seq'));
  });

  it.each(Object.keys(edits))('names the row whose %s was edited', (column) => {
    expect(file.faultsAfter(edit(column, 100))).toContainEqual({ seq: 100, fault: 'changed' });
  });

  it('names a row whose roles were only spaced out', () => {
    const spaced = (tool: Tool) => void tool.exec(`UPDATE journal SET actor_roles = '[ "clerk" ]' WHERE seq = 100`);
    expect(file.faultsAfter(spaced)).toEqual([{ seq: 100, fault: 'changed' }]);
  });

  it('names the place of a row that was given another number', () => {
    const moved = (tool: Tool) => void tool.exec('UPDATE journal SET seq = 250 WHERE seq = 100');
    expect(file.faultsAfter(moved)).toContainEqual({ seq: 100, fault: 'missing' });
  });

  it('names a row that was taken out of the middle', () => {
    expect(file.faultsAfter((tool) => removeRow(tool, 100))).toEqual([{ seq: 100, fault: 'missing' }]);
  });

  it('names the first row of a tail that was cut off, also where the mark of the end went with it', () => {
    const cut = (tool: Tool) => [199, 200].forEach((seq) => removeRow(tool, seq));
    expect(file.faultsAfter(cut)).toEqual([{ seq: 199, fault: 'tail-cut' }]);
    const cutAll = (tool: Tool) => {
      cut(tool);
      tool.exec('DELETE FROM journal_head');
    };
    expect(file.faultsAfter(cutAll)).toEqual([{ seq: 199, fault: 'tail-cut' }]);
  });

  it('names both rows that stand in each other’s place', () => {
    const named = file.faultsAfter((tool) => swapRows(tool, 60, 140)).map(({ seq }) => seq);
    expect(named).toEqual(expect.arrayContaining([60, 140]));
  });

  it('names a payload that was changed, one that was salted anew and one that was erased', () => {
    const payload = (set: string) => file.faultsAfter((tool) => void tool.exec(set));
    expect(payload(`UPDATE journal_payload SET payload = '{"n":101}' WHERE seq = 100`)).toEqual([{ seq: 100, fault: 'payload-changed' }]);
    expect(payload('UPDATE journal_payload SET salt = randomblob(16) WHERE seq = 100')).toEqual([{ seq: 100, fault: 'payload-changed' }]);
    expect(payload('DELETE FROM journal_payload WHERE seq = 100')).toEqual([{ seq: 100, fault: 'payload-missing' }]);
  });

  it('names the row after one that was rewritten together with its hash', () => {
    expect(file.faultsAfter((tool) => forge(tool, 100))).toEqual([{ seq: 101, fault: 'moved' }]);
    expect(file.faultsAfter((tool) => forge(tool, entries))).toEqual([{ seq: entries + 1, fault: 'tail-cut' }]);
  });

  it(`names any single edit among ${entries} entries`, () => {
    const row = fc.integer({ min: 1, max: entries });
    const harm = fc.oneof(
      fc.record({ kind: fc.constant('edit' as const), seq: row, column: fc.constantFrom(...Object.keys(edits)) }),
      fc.record({ kind: fc.constant('remove' as const), seq: row }),
      fc.record({ kind: fc.constant('swap' as const), seq: row, with: row }).filter((one) => one.seq !== one.with),
      fc.record({ kind: fc.constant('payload' as const), seq: row, text: fc.string() }),
    );
    fc.assert(
      fc.property(harm, (one) => file.faultsAfter((tool) => apply(tool, one)).some(({ seq }) => seq === one.seq)),
      { numRuns: 300 },
    );
    expect(file.faults()).toEqual([]);
  });
});

type Harm =
  | { readonly kind: 'edit'; readonly seq: number; readonly column: string }
  | { readonly kind: 'remove'; readonly seq: number }
  | { readonly kind: 'swap'; readonly seq: number; readonly with: number }
  | { readonly kind: 'payload'; readonly seq: number; readonly text: string };

function apply(tool: Tool, harm: Harm): void {
  switch (harm.kind) {
    case 'edit':
      return edit(harm.column, harm.seq)(tool);
    case 'remove':
      return removeRow(tool, harm.seq);
    case 'swap':
      return swapRows(tool, harm.seq, harm.with);
    case 'payload':
      return void tool.prepare('UPDATE journal_payload SET payload = ? WHERE seq = ?').run(harm.text, harm.seq);
  }
}

/** Rewrites who acted and makes the row's own hash right again, as somebody would who knows how it is made. */
function forge(tool: Tool, seq: number): void {
  const row = tool
    .prepare('SELECT entry_id, at, actor_id, kind, subject, scope, payload_hash, previous_hash FROM journal WHERE seq = ?')
    .get(seq) as {
    entry_id: string;
    at: string;
    actor_id: string;
    kind: string;
    subject: string;
    scope: 'office';
    payload_hash: Buffer;
    previous_hash: Buffer;
  };
  const actor = { id: row.actor_id, name: 'Baraka Mwangi', roles: ['clerk'] } as const;
  const facts = { at: row.at, kind: row.kind, subject: row.subject, scope: row.scope, entryId: row.entry_id };
  const hash = hashEntry({ ...chain, seq, ...facts, actor, payloadHash: row.payload_hash, previousHash: row.previous_hash });
  tool.prepare('UPDATE journal SET actor_name = ?, hash = ? WHERE seq = ?').run(actor.name, hash, seq);
}

describe('the journal', () => {
  it.each(['UPDATE journal SET kind = kind', 'DELETE FROM journal', 'DELETE FROM journal WHERE seq = 200'])('refuses %s', (sql) => {
    expect(() => file.tool.exec(sql)).toThrow('append-only');
  });
});
