import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseKinds, isHere, openTestHub, skipNote, type DatabaseKind } from '../support/hub.ts';
import { trials } from '../support/tier.ts';
import { openChance } from './model/chance.ts';
import { brokenRealLaws } from './real-laws.ts';
import { openSites, runRealSchedule } from './real-schedule.ts';
import { saySeed } from './seed.ts';

const seed = saySeed(import.meta.filename);
const schedules = trials(7, 1_000);

async function openAll(kind: DatabaseKind) {
  const test = await openTestHub(kind);
  onTestFinished(() => test.close());
  const { next } = await (await test.device('NRB01')).pullAll();
  return { test, sites: await openSites(test, ['NRB01', 'KSM01', 'NYR01'], next) };
}

/** A hub of its own for so many schedules: its practice register has no more vehicles to sell. */
const perHub = 100;
const rounds = Array.from({ length: Math.ceil(schedules / perHub) }, (_, round) => round * perHub);

describe.each(databaseKinds)('real offices behind bad lines before a real hub on %s', (kind) => {
  it.skipIf(!isHere(kind)).each(rounds)(
    `lose, double and disagree on nothing from schedule %i${skipNote(kind)}`,
    { timeout: 0 },
    async (from) => {
      const { test, sites } = await openAll(kind);
      const startedAt = Date.now();
      const until = Math.min(from + perHub, schedules);
      for (let n = from; n < until; n += 1) {
        const written = await runRealSchedule(sites, () => test.nextVehicle(), openChance(seed + n));
        expect(await brokenRealLaws(test, sites, written), `schedule ${n} of seed ${seed}`).toEqual([]);
      }
      const faults = sites.flatMap(({ line }) => [...line.done]).filter(([fault]) => fault !== 'none');
      const faulty = faults.reduce((sum, [, times]) => sum + times, 0);
      console.info(`${kind}: ${until - from} schedules, ${faulty} faults, ${Math.round((Date.now() - startedAt) / 1000)} s`);
    },
  );
});

/** What a broken hub might have done to one act, and the law that must name it. */
const damages: readonly (readonly [sql: string, law: string])[] = [
  [`DELETE FROM entry WHERE subject = $1`, 'set-full'],
  [`DELETE FROM payment WHERE 'application:' || application_id = $1`, 'money'],
  [`UPDATE payment SET amount_cents = amount_cents + 1 WHERE 'application:' || application_id = $1`, 'money'],
  [`UPDATE entry SET answer = '{"outcome":"refused"}' WHERE subject = $1`, 'was told applied'],
  [
    `INSERT INTO entry (device_id, epoch, seq, entry_id, office_code, at, actor, kind, subject, scope, payload, salt, payload_hash,
       previous_hash, hash, received_at, answer)
     SELECT device_id, epoch, seq + 1000, gen_random_uuid(), office_code, at, actor, kind, subject, scope, payload, salt, payload_hash,
       previous_hash, hash, received_at, answer FROM entry WHERE subject = $1`,
    'total-queue',
  ],
];

it('the laws name a hub that has lost, doubled, altered or answered otherwise', async () => {
  const { test, sites } = await openAll('pglite');
  for (const [sql, law] of damages) {
    const submissions = sites.map(({ pc }) => pc.submit(test.nextVehicle()));
    await Promise.all(sites.map(({ pc }) => pc.sent()));
    expect(await brokenRealLaws(test, sites, submissions)).toEqual([]);
    await test.database.transaction((tx) => tx.query(sql, `application:${submissions[0]?.applicationId}`));
    expect((await brokenRealLaws(test, sites, submissions)).join('\n')).toContain(law);
  }
});
