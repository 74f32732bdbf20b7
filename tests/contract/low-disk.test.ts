import { cp } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openTestCore } from '#tests/support/core.ts';
import { makeOffice, removeOffice } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { mountSmallDisk, noSmallDisk, type SmallDisk } from '#tests/support/small-disk.ts';
import { openTransfer, pay, scanFile, transferReadyToPay } from '#tests/support/transfer-case.ts';

const megabyte = 1_000_000;

async function officeOn(disk: SmallDisk): Promise<string> {
  const made = await makeOffice(mondayMorning);
  const dataDir = path.join(disk.folder, 'data');
  await cp(made, dataDir, { recursive: true });
  await removeOffice(made);
  return dataDir;
}

describe.skipIf(noSmallDisk)(`a disk that fills${noSmallDisk ? ` (skipped: ${noSmallDisk})` : ''}`, () => {
  it('is shown as low, then takes no scan, and goes on taking money; with room again it takes scans', async () => {
    const disk = mountSmallDisk(60);
    onTestFinished(() => disk.remove());
    const core = await openTestCore({ dataDir: await officeOn(disk) });
    onTestFinished(() => core.close());
    const desk = await core.signedIn('clerk');
    const ready = await transferReadyToPay(desk);
    const { id } = await openTransfer(desk);
    const look = async () => (await desk.client.system.status({})).disk;
    const attach = () => act(desk.client.applications.attachScan, { id, kind: 'logbook', file: scanFile() });
    const fillTo = async (freeBytes: number) => {
      const filler = path.join(disk.folder, 'filler');
      writeFileSync(filler, Buffer.alloc(((await look()).freeBytes ?? 0) - freeBytes), { flag: 'a' });
    };

    expect((await look()).state).toBe('ample');
    await fillTo(5 * megabyte);
    expect((await look()).state).toBe('low');
    await attach();
    await fillTo(1.5 * megabyte);
    expect(await refusalOf(attach())).toMatchObject({ code: 'disk.no-scans', facts: { noScansBytes: (await look()).noScansBytes } });
    const admin = await core.signedIn('admin');
    expect((await refusalOf(act(admin.client.system.drill, { cuts: 1 }))).code).toBe('drill.no-room');
    expect([await pay(desk, ready), (await look()).state]).toEqual([expect.stringMatching(/^R-/u), 'no-scans']);
    const { id: another } = await openTransfer(desk);
    expect(another).not.toBe('');

    disk.makeRoom();
    const attached = await act(desk.client.applications.attachScan, { id: another, kind: 'logbook', file: scanFile() });
    expect([attached.kind, (await look()).state]).toEqual(['logbook', 'ample']);
    expect(core.log.filter(({ event }) => event === 'disk.state').map(({ facts }) => facts?.['state'])).toEqual([
      'ample',
      'low',
      'no-scans',
      'ample',
    ]);
  });
});
