import { describe, expect, it } from 'vitest';
import { openTestCore, type Desk } from '#tests/support/core.ts';
import { hubSays, type LimitsWord } from '#tests/support/hub-says.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { openTransfer, pay, transferReadyToPay } from '#tests/support/transfer-case.ts';

const hourMs = 60 * 60_000;

async function limitsOf({ client }: Desk) {
  return (await client.system.status({})).limits;
}

describe('an office whose line stays down', () => {
  it('is told what will stop and when, is warned after 72 hours, and opens no case after 7 days', async () => {
    const core = await openTestCore();
    const desk = await core.signedIn('clerk');
    const { state, setBy, aloneSince, warnAt, stopAt, stoppedKinds } = await limitsOf(desk);
    expect([state, setBy, Date.parse(warnAt) - Date.parse(aloneSince), Date.parse(stopAt) - Date.parse(aloneSince)]).toEqual([
      'within',
      'kaunta',
      72 * hourMs,
      168 * hourMs,
    ]);
    expect(stoppedKinds).toContain('applications.open');
    core.moveClock(73 * hourMs);
    await openTransfer(desk);
    expect((await limitsOf(desk)).state).toBe('warn');
    core.moveClock(96 * hourMs);
    expect(await refusalOf(openTransfer(desk))).toMatchObject({
      code: 'limits.too-long-alone',
      facts: { since: aloneSince, hours: 168, waiting: 1 },
    });
    expect(await limitsOf(desk)).toMatchObject({ state: 'stop', aloneSince });
  });

  it('is not younger for a clock that was set back, nor for a restart', async () => {
    const core = await openTestCore();
    core.moveClock(8 * 24 * hourMs);
    const before = await core.signedIn('clerk');
    expect((await refusalOf(openTransfer(before))).code).toBe('limits.too-long-alone');
    core.moveClock(-8 * 24 * hourMs);
    expect((await refusalOf(openTransfer(before))).code).toBe('limits.too-long-alone');
    await core.restart();
    expect((await refusalOf(openTransfer(await core.signedIn('clerk')))).code).toBe('limits.too-long-alone');
  });
});

describe('the hub’s limits', () => {
  const few: LimitsWord = { warnAfterHours: 1, stopAfterHours: 2, warnAtWaiting: 2, stopAtWaiting: 3, stopped: ['applications.open'] };

  it('count what waits: the act that would be one too many is refused with how many wait', async () => {
    const core = await openTestCore();
    await hubSays(core, few);
    const desk = await core.signedIn('clerk');
    for (const state of ['within', 'within', 'warn']) {
      expect(await limitsOf(desk)).toMatchObject({ state, setBy: 'hub', stopAtWaiting: 3 });
      await openTransfer(desk);
    }
    expect(await refusalOf(openTransfer(desk))).toMatchObject({ code: 'limits.too-many-waiting', facts: { waiting: 3, most: 3 } });
  });

  it('stop new cases, while money for one that was begun is taken and its receipt printed', async () => {
    const core = await openTestCore({ printsPaper: true });
    const ready = await transferReadyToPay(await core.signedIn('clerk'));
    await hubSays(core, few);
    core.moveClock(3 * hourMs);
    const desk = await core.signedIn('clerk');
    expect((await refusalOf(openTransfer(desk))).code).toBe('limits.too-long-alone');
    const receiptNumber = await pay(desk, ready);
    const paper = await desk.client.paper.get({ paper: { kind: 'receipt', receiptNumber }, width: '80mm', locale: 'en' });
    expect([receiptNumber, paper.size > 1000]).toEqual([expect.stringMatching(/^R-.*-000001$/u), true]);
  });

  it('never stop money, sign-in or the queue, even where the hub names them', async () => {
    const core = await openTestCore();
    const before = await core.signedIn('clerk');
    const ready = await transferReadyToPay(before);
    await hubSays(core, { ...few, stopped: ['applications.submit', 'people.signIn', 'queue.discard', 'shelf.handOver'] });
    core.moveClock(5 * hourMs);
    const desk = await core.signedIn('clerk');
    expect(await limitsOf(desk)).toMatchObject({ state: 'stop', stoppedKinds: ['applications.open', 'shelf.handOver'] });
    expect((await refusalOf(openTransfer(desk))).code).toBe('limits.too-long-alone');
    expect(await pay(desk, ready)).toMatch(/^R-/u);
  });

  it('that cannot be read leave what every counter starts with', async () => {
    const core = await openTestCore();
    await hubSays(core, { ...few, stopAfterHours: 0 });
    expect(await limitsOf(await core.signedIn('clerk'))).toMatchObject({ setBy: 'kaunta', stopAtWaiting: 5_000 });
  });
});
