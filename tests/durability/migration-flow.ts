import { migrations, type Migration } from '#core/db/migrate.ts';
import { openOfficeFile } from '#core/start/open-file.ts';
import { officeFileOf } from '#tests/support/made-office.ts';
import type { Flow, FlowOptions } from './flow.ts';

/** A step of tomorrow that touches every application and journal row, as the worst step of a release might. */
const nextStep: Migration = {
  version: (migrations.at(-1)?.version ?? 0) + 1,
  name: 'made-for-the-test',
  sql: `
    CREATE TABLE made_entry (seq INTEGER PRIMARY KEY, subject TEXT NOT NULL) STRICT;
    INSERT INTO made_entry SELECT seq, subject FROM journal;
    CREATE INDEX made_entry_subject ON made_entry (subject);
    ALTER TABLE application ADD COLUMN made TEXT;
    UPDATE application SET made = reference;`,
};
export const stepsOfTomorrow: readonly Migration[] = [...migrations, nextStep];

/** The start of tomorrow's program on today's file: a copy first, then the step. */
export async function openMigration({ dataDir }: Pick<FlowOptions, 'dataDir'>): Promise<Flow> {
  const { folder, key } = await officeFileOf(dataDir);
  return {
    attempt: async () => {
      const storage = await openOfficeFile(folder, key, stepsOfTomorrow);
      storage.close();
      return String(nextStep.version);
    },
    isReadOnly: () => Promise.resolve(false),
    close: () => Promise.resolve(),
  };
}
