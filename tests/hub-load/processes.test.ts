import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { isHere, skipNote } from '#tests/support/hub.ts';
import { trials } from '#tests/support/tier.ts';
import { officeDay } from './office-day.ts';
import { preparePush, pushPatiently, type PreparedPush } from './prepared-push.ts';
import { holdsNothing, now, openLoadStage, type LoadStage } from './stage.ts';

const officeCount = trials(12, 100);
const hubCount = 3;
const batchesPerOffice = 3;
/** Every second vehicle is sold by two offices. */
const transfers = 4;
const doubleSales = officeCount * batchesPerOffice * transfers - soldVehicles();

describe.skipIf(!isHere('postgres'))(`${hubCount} hubs over one database${skipNote('postgres')}`, () => {
  let stage: LoadStage;
  beforeAll(async () => {
    stage = await openLoadStage(officeCount * batchesPerOffice * transfers);
  });

  it('are one hub: every entry is answered once, whichever it goes to, and a repeat at another has the same answer', async () => {
    const urls = await Promise.all(Array.from({ length: hubCount }, async () => (await stage.openHub()).url));
    const answers = await sendToAny(stage, urls);
    const sold = soldVehicles();
    expect(await keptBy(stage)).toEqual({ entries: answers.length, applications: sold, holds: sold });
    expect(outcomesOf(answers)).toEqual({ applied: answers.length - doubleSales, conflict: doubleSales });
  }, 300_000);

  it('are found out where one of them holds no vehicles', async () => {
    await stage.database.transaction((sql) =>
      sql.script('TRUNCATE entry, application, application_hold, payment, logbook, change CASCADE'),
    );
    const urls = [(await stage.openHub()).url, (await stage.openHub(holdsNothing)).url];
    const answers = await sendToAny(stage, urls);
    expect(outcomesOf(answers)['conflict'] ?? 0).toBeLessThan(doubleSales);
  }, 300_000);
});

/** Every batch goes to two hubs at once, whichever they are. Gives the answer that each entry had first. */
async function sendToAny(stage: LoadStage, urls: readonly string[]): Promise<readonly EntryAnswer[]> {
  const anyHub = () => urls[randomInt(urls.length)] ?? '';
  const answers = await Promise.all(
    (await queuesOf(stage)).map(async (queue) => {
      const all: EntryAnswer[] = [];
      for (const batch of queue) {
        const [one, other] = await Promise.all([pushPatiently(anyHub(), batch), pushPatiently(anyHub(), batch)]);
        expect(one.answers.map(asRepeated)).toEqual(other.answers.map(asRepeated));
        all.push(...one.answers.map((answer, index) => (answer.outcome === 'duplicate' ? (other.answers[index] ?? answer) : answer)));
      }
      return all;
    }),
  );
  return answers.flat();
}

async function keptBy(stage: LoadStage): Promise<unknown> {
  const [rows] = await stage.read(
    `SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM application) AS applications,
       (SELECT count(DISTINCT key) FROM application_hold) AS holds`,
  );
  return rows;
}

function outcomesOf(answers: readonly EntryAnswer[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { outcome } of answers) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

/** Offices 2n and 2n+1 share half of their vehicles. */
function vehicleAt(office: number, place: number): number {
  const own = batchesPerOffice * transfers;
  const isShared = place % 2 === 0;
  return (isShared ? Math.floor(office / 2) * 2 : office) * own + place;
}

function soldVehicles(): number {
  return new Set(
    Array.from({ length: officeCount }, (_, office) =>
      Array.from({ length: batchesPerOffice * transfers }, (__, place) => vehicleAt(office, place)),
    ).flat(),
  ).size;
}

async function queuesOf(stage: LoadStage): Promise<readonly (readonly PreparedPush[])[]> {
  const devices = await stage.offices(officeCount);
  return devices.map((device, office) =>
    Array.from({ length: batchesPerOffice }, (_, batch) => {
      const places = Array.from({ length: transfers }, (__, index) => batch * transfers + index);
      const sold = places.flatMap((place) => stage.vehicles[vehicleAt(office, place)] ?? []);
      return preparePush(device, officeDay(device, sold, now()), now());
    }),
  );
}

function asRepeated(answer: EntryAnswer): EntryAnswer {
  return answer.outcome === 'applied' ? { ...answer, outcome: 'duplicate' } : answer;
}
