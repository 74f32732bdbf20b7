import { beforeAll, describe, expect, it } from 'vitest';
import type { PushAnswer } from '#shared/protocol/messages.ts';
import type { Database } from '#hub/db/sql.ts';
import { isHere, skipNote } from '#tests/support/hub.ts';
import { trials } from '#tests/support/tier.ts';
import { officeDay } from './office-day.ts';
import { eachInFlight, postPush, preparePush, pushPatiently, type PreparedPush } from './prepared-push.ts';
import { instead, now, openLoadStage, type LoadStage } from './stage.ts';

const times = trials(50, 1_000);

describe.skipIf(!isHere('postgres'))(`a captured batch${skipNote('postgres')}`, () => {
  let stage: LoadStage;
  beforeAll(async () => {
    stage = await openLoadStage(16);
  });

  const captured = async (from: number): Promise<PreparedPush> => {
    const [device] = await stage.offices(1);
    if (!device) throw new Error('There is no office');
    return preparePush(device, officeDay(device, stage.vehicles.slice(from, from + 8), now()), now());
  };
  const rows = async () =>
    stage.read(
      `SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM application) AS applications, (SELECT count(*) FROM payment) AS payments,
         (SELECT count(*) FROM application_hold) AS holds, (SELECT count(*) FROM change) AS changes`,
    );

  it(`sent again ${times} times does nothing more and has the same answer`, async () => {
    const { url } = await stage.openHub();
    const batch = await captured(0);
    const first = await pushPatiently(url, batch);
    const before = await rows();
    await eachInFlight(
      Array.from({ length: times }, (_, n) => n),
      4,
      async () => {
        const again = await pushPatiently(url, batch);
        expect(again.answers).toEqual(first.answers.map((answer) => ({ ...answer, outcome: 'duplicate' })));
      },
    );
    expect(await rows()).toEqual(before);
  }, 300_000);

  it('is found out where a hub does not look whether it has an entry', async () => {
    const { url } = await stage.openHub(forgets);
    const batch = await captured(8);
    await pushPatiently(url, batch);
    const { status, text } = await postPush(url, batch);
    expect([status, (JSON.parse(text) as Partial<PushAnswer>).answers]).not.toEqual([200, expect.anything()]);
  });
});

/** The planted bug: no memory of what came before. */
function forgets(database: Database): Database {
  return instead(database, (_, text) => (text.trim().startsWith('SELECT epoch, entry_id') ? Promise.resolve([]) : undefined));
}
