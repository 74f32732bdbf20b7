import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import { instantOf } from '#shared/base/instant.ts';
import { openWriter } from '#core/db/database.ts';
import { migrate, migrations } from '#core/db/migrate.ts';
import { appendEntry } from '#core/journal/journal.ts';
import { verifyJournal, type JournalFault } from '#core/journal/verify.ts';

export const chain = { deviceId: newId(), epoch: 1 };

const clerk = { id: newId(), name: 'Achieng Odhiambo', roles: ['clerk'] } as const;

export type Tool = ReturnType<typeof openWriter>['raw'];

/** An office file with a journal of so many entries, and a tool that may do to it what nobody may. */
export interface JournalFile {
  readonly tool: Tool;
  /** What Verify says of the file as it is. */
  faults(): readonly JournalFault[];
  /** What Verify says while the edit stands; the edit is undone afterwards. */
  faultsAfter(edit: (tool: Tool) => void): readonly JournalFault[];
  close(): void;
}

export function openJournalFile(entries: number): JournalFile {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-journal-'));
  const { db, raw, close } = openWriter({ path: path.join(folder, 'office.db'), key: randomBytes(32) });
  migrate(raw, { steps: migrations, backUp: () => undefined });
  raw.transaction(() => {
    for (let n = 1; n <= entries; n += 1) {
      const at = instantOf(Date.parse('2026-11-23T06:00:00.000Z') + n);
      const scope = n % 3 === 0 ? 'device' : 'office';
      appendEntry(db, chain, {
        entryId: newId(),
        at,
        actor: clerk,
        kind: 'test.act',
        subject: `test:${n}`,
        scope,
        payload: { n },
        reply: { output: n },
      });
    }
  })();
  const faults = () => verifyJournal(db, chain.deviceId).faults;
  // Somebody with such a tool does not stop at triggers or references.
  raw.pragma('foreign_keys = OFF');
  return {
    tool: raw,
    faults,
    faultsAfter: (edit) => {
      raw.exec('BEGIN; DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_keeps_facts');
      try {
        edit(raw);
        return faults();
      } finally {
        raw.exec('ROLLBACK');
      }
    },
    close: () => {
      close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Puts each of two rows, payload and all, in the other's place. */
export function swapRows(tool: Tool, one: number, other: number): void {
  for (const table of ['journal', 'journal_payload']) {
    const move = tool.prepare(`UPDATE ${table} SET seq = ? WHERE seq = ?`);
    move.run(0, one);
    move.run(one, other);
    move.run(other, 0);
  }
}

export function removeRow(tool: Tool, seq: number): void {
  for (const table of ['journal_payload', 'journal']) tool.prepare(`DELETE FROM ${table} WHERE seq = ?`).run(seq);
}
