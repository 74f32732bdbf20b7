import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { instantOf } from '#shared/base/instant.ts';
import { bundleChild } from '../support/bundle-child.ts';
import { openTestHub, usualDatabase } from '../support/hub.ts';
import { makeOffice, removeOffice, withOfficeFile } from '../support/made-office.ts';
import { startTalkingChild } from '../support/talking-child.ts';

/** Turns the clock of a running program, and leaves its timers alone. */
const library = ['/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1', '/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1'].find(
  (file) => existsSync(file),
);
const note = library ? '' : ' (skipped: faketime is not installed)';

/** Where the clock stands for each sale, in days from the true time. */
const hour = 1 / 24;
const jumps = [0, -3, -3 + hour, 400, 0];
const dayMs = 24 * 60 * 60_000;

function wholeDays(ms: number): number {
  return Math.round(ms / dayMs) + 0;
}

interface Seen {
  readonly receipt: string;
  readonly isSent: boolean;
  readonly nowMs: number;
  readonly clock: { readonly hubAheadMs: number | null };
}

describe(`a clock that is turned while an office is at work${note}`, () => {
  it.skipIf(!library)('holds up no act, sets no number or time back, and is said', { timeout: 180_000 }, async () => {
    const test = await openTestHub(usualDatabase, { now: () => instantOf(Date.now()) });
    onTestFinished(() => test.close());
    const cursor = (await (await test.device('NRB01')).pullAll()).next;
    const dataDir = await makeOffice(Date.now(), { url: test.hub.url, code: await test.hub.enrolCode('KSM01'), cursor });
    const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-clock-'));
    const dial = path.join(folder, 'dial');
    // Never seen half written: the library would end the program.
    const turn = async (hours: number) => {
      await writeFile(`${dial}.new`, `${hours < 0 ? '' : '+'}${hours}h`);
      await rename(`${dial}.new`, dial);
    };
    await turn(0);
    const program = await bundleChild('tests/sync/clock-child.ts');
    const child = startTalkingChild({
      file: program.file,
      args: [dataDir],
      env: { LD_PRELOAD: library ?? '', FAKETIME_TIMESTAMP_FILE: dial, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' },
    });
    onTestFinished(async () => {
      child.kill();
      await program.remove();
      await rm(folder, { recursive: true });
      await removeOffice(dataDir);
    });
    expect(await child.heard()).toBe('ready');
    const seen: Seen[] = [];
    for (const days of jumps) {
      await turn(Math.round(days * 24));
      child.tell(JSON.stringify(test.nextVehicle()));
      seen.push(JSON.parse((await child.heard()) ?? '{}') as Seen);
    }
    await child.close();

    expect(seen.map(({ isSent }) => isSent)).toEqual(jumps.map(() => true));
    expect(seen.map(({ nowMs }) => wholeDays(nowMs - Date.now()))).toEqual(jumps.map((days) => wholeDays(days * dayMs)));
    expect(seen.map(({ clock }) => wholeDays(-(clock.hubAheadMs ?? 0)))).toEqual(jumps.map((days) => wholeDays(days * dayMs)));
    const numbers = seen.map(({ receipt }) => Number(receipt.split('-').at(-1)));
    expect(numbers).toEqual(jumps.map((_days, index) => index + 1));
    const times = await withOfficeFile(dataDir, ({ reader }) => reader.all<{ at: string }>('SELECT at FROM journal ORDER BY seq'));
    expect(times.every(({ at }, index) => at > (times[index - 1]?.at ?? ''))).toBe(true);
  });
});
