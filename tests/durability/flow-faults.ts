import type { ReadDb } from '#core/db/database.ts';
import type { FlowName } from './flows.ts';
import { faultsInTheBooks } from './money-books.ts';
import { stands } from './stands.ts';

/** What of a flow was acknowledged, and how many attempts were begun. */
export interface Course {
  readonly flow: FlowName;
  readonly done: readonly string[];
  readonly begun: number;
}

/** Everything in an office file that is not as the flow must have left it; empty where all is. */
export function faultsAfter(db: ReadDb, course: Course): string[] {
  return [...faultsInTheFile(db), ...faultsInTheBooks(db, paid(course)), ...faultsOfFlow(db, course)];
}

export function faultsInTheFile(db: ReadDb): string[] {
  const found = db.all<{ integrity_check: string }>('PRAGMA integrity_check').map((row) => row.integrity_check);
  const orphans = db.all('PRAGMA foreign_key_check').map((row) => `orphan: ${JSON.stringify(row)}`);
  return [...found.filter((one) => one !== 'ok'), ...orphans];
}

function paid({ flow, done }: Course) {
  if (flow !== 'take a payment with its receipt') return [];
  return done.map((one) => one.split(' ')).map(([receiptNumber = '', applicationId = '']) => ({ receiptNumber, applicationId }));
}

function faultsOfFlow(db: ReadDb, { flow, done, begun }: Course): string[] {
  switch (flow) {
    case 'submit again':
      return submissionFaults(db, done);
    case 'keep a draft':
      return draftFaults(db, done, begun);
    case 'write down the answers of the hub':
      return answerFaults(db, done);
    default:
      return [];
  }
}

/** An application is queued again exactly where the journal has one act that says so. */
function submissionFaults(db: ReadDb, done: readonly string[]): string[] {
  const rows = db.all<{ id: string; state: string; acts: number }>(
    `SELECT id, state, (SELECT count(*) FROM journal WHERE kind = 'applications.resubmit' AND subject = 'application:' || application.id) AS acts
     FROM application ORDER BY reference LIMIT ${stands.returned}`,
  );
  const again = rows.filter(({ acts }) => acts > 0);
  return [
    ...rows.filter(({ state, acts }) => acts !== (state === 'queued' ? 1 : 0)).map(({ id, acts }) => `${id} was sent again ${acts} times`),
    ...done.filter((id) => !again.some((row) => row.id === id)).map((id) => `${id} was acknowledged and is not sent`),
  ];
}

function draftFaults(db: ReadDb, done: readonly string[], begun: number): string[] {
  const typed = db.get<{ mileage: number }>(`SELECT json_extract(body, '$.mileageKm') AS mileage FROM draft`)?.mileage ?? 0;
  const least = Number(done.at(-1) ?? 0);
  return typed >= least && typed <= begun ? [] : [`typed ${least} to ${begun} and ${typed} is kept`];
}

interface AnswerRow {
  entryId: string;
  outcome: string;
  state: string;
  words: number;
}

/** The answer, what follows from it and its word in the journal are there together; the page of changes and its cursor are, too. */
function answerFaults(db: ReadDb, done: readonly string[]): string[] {
  const rows = db.all<AnswerRow>(
    `SELECT entry_id AS entryId, outcome, application.state AS state,
       (SELECT count(*) FROM journal AS word WHERE word.kind = 'hub.application' AND word.subject = journal.subject) AS words
     FROM journal JOIN application ON journal.subject = 'application:' || application.id LEFT JOIN entry_answer ON entry_answer.seq = journal.seq
     WHERE kind = 'applications.submit' ORDER BY journal.seq`,
  );
  const wanted = { applied: 'in-review 1', refused: 'returned 1' } as const;
  const isWhole = ({ outcome, state, words }: AnswerRow) => `${state} ${words}` === (wanted[outcome as keyof typeof wanted] ?? 'queued 0');
  const cursor = db.get<{ cursor: string }>('SELECT pull_cursor AS cursor FROM sync_state')?.cursor ?? '0:0';
  const people = db.get<{ count: number }>('SELECT count(*) AS count FROM person')?.count ?? 0;
  return [
    ...rows.filter((row) => !isWhole(row)).map((row) => `half an answer: ${JSON.stringify(row)}`),
    ...done.filter((id) => rows.find((row) => row.entryId === id)?.outcome == null).map((id) => `the answer to ${id} is lost`),
    ...(people === Number(cursor.slice(2)) * 3 ? [] : [`${people} people are here at cursor ${cursor}`]),
    ...(Number(cursor.slice(2)) >= stands.returned + done.length ? [] : [`the cursor ${cursor} was set back`]),
  ];
}
