import type { ReadDb } from '#core/db/database.ts';

/** Eight of the small transactions in which the rows of a file are written. */
export const rowsOfABatch = 400;

interface BatchRow {
  id: string;
  number: string;
  state: string;
  rows: number;
  units: number;
  payments: number;
  acts: number;
  sentUnits: number;
}

/** Everything by which a batch is neither whole nor not there, beside what was said of it; empty where all adds up. */
export function faultsInTheBatches(db: ReadDb, saidRows: readonly string[]): string[] {
  const batches = db.all<BatchRow>(
    `SELECT id, number, state,
       (SELECT count(*) FROM standing_batch_row AS row WHERE row.batch_id = batch.id) AS rows,
       (SELECT count(*) FROM unit WHERE unit.application_id = batch.id) AS units,
       (SELECT count(*) FROM payment WHERE payment.application_id = batch.id) AS payments,
       (SELECT count(*) FROM journal WHERE kind = 'batches.submit' AND subject = 'application:' || batch.id) AS acts,
       (SELECT count(DISTINCT json_extract(part.value, '$.id')) FROM journal JOIN journal_payload USING (seq), json_each(payload, '$.units') AS part
        WHERE kind = 'batches.submitPart' AND json_extract(payload, '$.applicationId') = batch.id) AS sentUnits
     FROM batch`,
  );
  const lost = saidRows.filter((id) => batches.find((batch) => batch.id === id)?.rows !== rowsOfABatch);
  return [
    ...batches.flatMap(faultsOf),
    ...doubled(db),
    ...misplaced(db),
    ...lost.map((id) => `the rows of ${id} were acknowledged and are lost`),
  ];
}

function faultsOf({ number, state, rows, units, payments, acts, sentUnits }: BatchRow): string[] {
  const half = rows === 0 || rows === rowsOfABatch ? [] : [`${number} has ${rows} of ${rowsOfABatch} rows`];
  const found = `${units} units, ${payments} payments, ${acts} acts, ${sentUnits} units in the journal`;
  const isSent = state === 'sent';
  const wanted = isSent
    ? `${rowsOfABatch} units, 1 payments, 1 acts, ${rowsOfABatch} units in the journal`
    : found.replaceAll(/\d+/gu, '0');
  return [...half, ...(found === wanted ? [] : [`${number} is ${state} with ${found}`])];
}

function doubled(db: ReadDb): string[] {
  const twice = (table: string, chassis: string) =>
    db.all<{ chassis: string }>(`SELECT ${chassis} AS chassis FROM ${table} GROUP BY 1 HAVING count(*) > 1`);
  return [...twice('unit', `json_extract(facts, '$.chassis')`), ...twice('standing_batch_row', 'chassis')].map(
    ({ chassis }) => `${chassis} stands twice`,
  );
}

/** Numbers by which a row that counts should be found and is not, and such as lead to no row. */
function misplaced(db: ReadDb): string[] {
  const numbersOf = (table: string) =>
    `SELECT key, row_no FROM (
       SELECT 'c:' || chassis_key AS key, row_no FROM ${table} WHERE chassis_key <> ''
       UNION ALL SELECT 'e:' || engine_key, row_no FROM ${table} WHERE engine_key <> '')`;
  const entries = 'SELECT key, row_no FROM batch_row_number';
  const differing = (one: string, other: string) => db.all<{ key: string }>(`SELECT key FROM (${one} EXCEPT ${other})`);
  return [
    ...differing(numbersOf('standing_batch_row'), entries).map(({ key }) => `${key} is not found`),
    ...differing(entries, numbersOf('batch_row')).map(({ key }) => `${key} leads to no row`),
  ];
}
