import { quantile, type BenchLine } from './bench-line.ts';
import { entriesPerOffice, pushAll, type HubStage } from './hub-stage.ts';
import { lineOf, type Turns } from './turns.ts';

const rounds = 3;
const offices = 1_000;
const entries = offices * entriesPerOffice;

/** The line was down in the whole country for three days, and every office comes back in the same moment. */
export async function afterOutage(stage: HubStage): Promise<BenchLine[]> {
  const rate: Turns = { ours: [], anchor: [] };
  const answerMs: Turns = { ours: [], anchor: [] };
  let putOff = 0;
  for (let round = 0; round < rounds; round += 1) {
    await stage.clear();
    const days = await stage.days(offices);
    const { seconds, replies } = await pushAll(stage.hub.url, days, offices);
    await checkOnce(stage);
    rate.ours.push(entries / seconds);
    rate.anchor.push(Number.NaN);
    answerMs.ours.push(
      quantile(
        replies.map(({ lastMs }) => lastMs),
        0.99,
      ) / 1_000,
    );
    answerMs.anchor.push(
      quantile(
        replies.map(({ totalMs }) => totalMs),
        0.99,
      ) / 1_000,
    );
    putOff = replies.reduce((sum, reply) => sum + reply.putOff, 0);
  }
  console.log(`In the last round the hub said ${putOff} times to come again later; no entry was missing and none there twice.`);
  return [
    lineOf({ name: `${offices} offices at once, ${entriesPerOffice} entries each`, unit: 'entries/s', anchor: '', aim: '' }, rate),
    lineOf(
      { name: 'the hub’s answer to one of them, p99', unit: 's', anchor: 'with the waits it asked for', aim: 'at most 2 s' },
      answerMs,
    ),
  ];
}

/** Every entry is there, and none twice. */
async function checkOnce({ database }: HubStage): Promise<void> {
  const [found] = await database.transaction(async (sql) => {
    await sql.query(`SELECT set_config('kaunta.operator', 'on', true)`);
    return sql.query<{ all: number; ids: number }>('SELECT count(*) AS all, count(DISTINCT entry_id) AS ids FROM entry');
  });
  if (found?.all !== entries || found.ids !== entries) throw new Error(`Of ${entries} entries there are ${JSON.stringify(found)}`);
}
