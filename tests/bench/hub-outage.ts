import { quantile, type BenchLine } from './bench-line.ts';
import { entriesOf, pushAll, type Backlog, type HubStage } from './hub-stage.ts';
import { lineOf, type Turns } from './turns.ts';

const rounds = 3;
const backlog: Backlog = { offices: 1_000, entriesEach: 50 };
const { offices, entriesEach } = backlog;
const entries = entriesOf(backlog);

/** The line was down in the whole country for three days, and every office comes back in the same moment. */
export async function afterOutage(stage: HubStage): Promise<BenchLine[]> {
  const rate: Turns = { ours: [], anchor: [] };
  const answer: Turns = { ours: [], anchor: [] };
  const done: Turns = { ours: [], anchor: [] };
  let putOff = 0;
  for (let round = 0; round < rounds; round += 1) {
    await stage.clear();
    const days = await stage.days(backlog);
    const { seconds, replies } = await pushAll(stage.hub.url, days, offices);
    await checkOnce(stage);
    rate.ours.push(entries / seconds);
    rate.anchor.push(Number.NaN);
    answer.ours.push(p99(replies.map(({ lastMs }) => lastMs)));
    answer.anchor.push(Number.NaN);
    done.ours.push(p99(replies.map(({ totalMs }) => totalMs)));
    done.anchor.push(seconds);
    putOff = replies.reduce((sum, reply) => sum + reply.putOff, 0);
  }
  console.log(`In the last round the hub said ${putOff} times to come again later; no entry was missing and none there twice.`);
  return [
    lineOf({ name: `${offices} offices at once, ${entriesEach} entries each`, unit: 'entries/s', anchor: '', aim: '' }, rate),
    lineOf({ name: 'the hub’s answer to a push of them, p99', unit: 's', anchor: '', aim: 'at most 2 s' }, answer),
    lineOf({ name: 'an office is done, with the waits it was asked for, p99', unit: 's', anchor: 'all are', aim: '' }, done),
  ];
}

/** In seconds. */
function p99(timesMs: readonly number[]): number {
  return quantile(timesMs, 0.99) / 1_000;
}

/** Every entry is there, and none twice. */
async function checkOnce({ database }: HubStage): Promise<void> {
  const [found] = await database.transaction(async (sql) => {
    await sql.query(`SELECT set_config('kaunta.operator', 'on', true)`);
    return sql.query<{ all: number; ids: number }>('SELECT count(*) AS all, count(DISTINCT entry_id) AS ids FROM entry');
  });
  if (found?.all !== entries || found.ids !== entries) throw new Error(`Of ${entries} entries there are ${JSON.stringify(found)}`);
}
