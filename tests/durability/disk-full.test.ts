import { cp, mkdtemp, rm, symlink, writeFile, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mondayMorning } from '#tests/support/clock.ts';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import { makeOffice, removeOffice } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { mountSmallDisk, noSmallDisk, type SmallDisk } from '#tests/support/small-disk.ts';
import { completeTransfer } from '#tests/support/transfer-body.ts';
import { openTransfer, scanFile, typedTransfer } from '#tests/support/transfer-case.ts';

async function officeOn(disk: SmallDisk, prepare: (dataDir: string) => Promise<void> = async () => undefined): Promise<string> {
  const made = await makeOffice(mondayMorning);
  await prepare(made);
  const dataDir = path.join(disk.folder, 'data');
  await cp(made, dataDir, { recursive: true, verbatimSymlinks: true });
  await removeOffice(made);
  return dataDir;
}

/** With the copies on another disk, as an office is advised to have them. */
async function copiesElsewhere(dataDir: string): Promise<void> {
  const elsewhere = await mkdtemp(path.join(tmpdir(), 'kaunta-copies-'));
  onTestFinished(() => rm(elsewhere, { recursive: true, force: true }));
  const copies = path.join(dataDir, 'office', 'copies');
  await rm(copies, { recursive: true, force: true });
  await symlink(elsewhere, copies);
}

async function listed({ client }: Desk): Promise<string[]> {
  const { lines } = await client.applications.list({ show: 'all', state: null, limit: 500, offset: 0 });
  return lines.map(({ reference }) => reference).toSorted();
}

/** Opens cases until the disk takes no more; returns those that were acknowledged. */
async function openUntilFull(desk: Desk): Promise<{ references: string[]; code: string }> {
  const references: string[] = [];
  for (;;) {
    const outcome = await openTransfer(desk).catch((error: unknown) => refusalOf(Promise.reject(error)));
    if ('code' in outcome) return { references, code: outcome.code };
    references.push(outcome.reference);
  }
}

describe.skipIf(noSmallDisk)(`a full disk${noSmallDisk ? ` (skipped: ${noSmallDisk})` : ''}`, () => {
  it('is said in a refusal, loses nothing, and is over once there is room, without a restart', async () => {
    const disk = mountSmallDisk(8);
    onTestFinished(() => disk.remove());
    const core = await openTestCore({ dataDir: await officeOn(disk) });
    const desk = await core.signedIn('clerk');
    const auditor = await core.signedIn('auditor');
    const draft = await typedTransfer(desk);
    disk.fill();

    const { references, code } = await openUntilFull(desk);
    const known = [draft.reference, ...references].toSorted();
    expect([code, await listed(desk)]).toEqual(['storage.disk-full', known]);
    const body = { ...completeTransfer(), mileageKm: 99_999 };
    const typed = desk.client.applications.keepDraft({ id: draft.id, body, step: 'vehicle', field: 'mileageKm' });
    const attached = act(desk.client.applications.attachScan, { id: draft.id, kind: 'logbook', file: scanFile() });
    expect([(await refusalOf(typed)).code, (await refusalOf(attached)).code]).toEqual(['storage.disk-full', 'disk.no-scans']);
    expect(await desk.client.office.status({})).toMatchObject({ readOnly: true });

    disk.makeRoom();
    const next = await openTransfer(desk);
    expect(await listed(desk)).toEqual([...known, next.reference].toSorted());
    expect(Number(next.reference.slice(-6))).toBe(known.length + 1);
    await desk.client.applications.keepDraft({ id: draft.id, body, step: 'vehicle', field: 'mileageKm' });
    await act(desk.client.applications.attachScan, { id: draft.id, kind: 'logbook', file: scanFile() });
    expect(await auditor.client.records.verify({})).toMatchObject({ faults: [] });
    expect(await desk.client.office.status({})).toMatchObject({ readOnly: false });
    expect(core.log.filter(({ event }) => event === 'bug')).toEqual([]);
  });

  it('of one megabyte is full by itself: the same is said, everything is read, and one file less is room enough', async () => {
    const disk = mountSmallDisk(1);
    onTestFinished(() => disk.remove());
    const dataDir = await officeOn(disk, copiesElsewhere);
    const core = await openTestCore({ dataDir });
    const desk = await core.signedIn('clerk');
    const auditor = await core.signedIn('auditor');
    const spare = path.join(disk.folder, 'spare');
    // An office without a case takes most of such a disk already.
    const { bavail, bsize } = await statfs(disk.folder);
    await writeFile(spare, Buffer.alloc(Math.floor(bavail * bsize * 0.7)));

    const { references, code } = await openUntilFull(desk);
    expect([code, await listed(desk)]).toEqual(['storage.disk-full', references.toSorted()]);
    expect(await desk.client.office.status({})).toMatchObject({ readOnly: true });

    await rm(spare);
    const next = await openTransfer(desk);
    expect(await listed(desk)).toEqual([...references, next.reference].toSorted());
    expect(await auditor.client.records.verify({})).toMatchObject({ faults: [] });
    expect(await desk.client.office.status({})).toMatchObject({ readOnly: false });
    expect(core.log.filter(({ event }) => event === 'bug')).toEqual([]);
  });
});
