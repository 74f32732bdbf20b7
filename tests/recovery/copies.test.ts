import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { act, openTestCore, type TestCore } from '#tests/support/core.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { mountSmallDisk, noSmallDisk } from '#tests/support/small-disk.ts';
import { openTransfer } from '#tests/support/transfer-case.ts';
import { receiptsOf, takeMoney } from './busy-office.ts';
import { backupsIn, copiesFolder, destroyOfficeFile, flipBit, newest } from './damage.ts';

async function stick(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaunta-stick-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function ownFolderOn(folder: string): Promise<string> {
  const [name = ''] = await readdir(folder);
  return path.join(folder, name);
}

async function startAgainWithout(core: TestCore): Promise<void> {
  await core.close();
  await destroyOfficeFile(core.dataDir);
  await core.restart();
}

describe('the copies of an office', () => {
  it('say from the first day where they are, that the newest is good, and that a broken disk would take both', async () => {
    const core = await openTestCore();
    const admin = await core.signedIn('admin');
    const made = await act(admin.client.copies.backUpNow, {});
    expect(await admin.client.copies.status({})).toMatchObject({
      folder: copiesFolder(core.dataDir),
      isDefault: true,
      sameDisk: true,
      lastBackup: { ...made, kind: 'by-hand', good: true },
      behind: null,
      working: null,
      escrowSentAt: null,
      recoveryCodeMadeAt: null,
    });
  });

  it('end the day with a backup where something was done, and make none where nothing was', async () => {
    const core = await openTestCore();
    await openTransfer(await core.signedIn('clerk'));
    await core.close();
    const kinds = (await backupsIn(copiesFolder(core.dataDir))).map((file) => file.split('.')[2]);
    expect(kinds.at(-1)).toBe('closing');
    await core.restart();
    await core.close();
    await core.restart();
    expect((await backupsIn(copiesFolder(core.dataDir))).length).toBe(kinds.length);
  });

  it('tell a backup that is not any more what it was, and keep it', async () => {
    const core = await openTestCore();
    const admin = await core.signedIn('admin');
    await act(admin.client.copies.backUpNow, {});
    expect(await act(admin.client.copies.checkNow, {})).toMatchObject({ kind: 'full', ok: true });
    await flipBit(await newest(backupsIn(copiesFolder(core.dataDir))), 0.5);
    expect(await act(admin.client.copies.checkNow, {})).toMatchObject({ ok: false });
    expect((await admin.client.copies.status({})).backups[0]).toMatchObject({ kind: 'by-hand', good: false });
  });

  it('show a recovery code once, and the journal never holds it', async () => {
    const core = await openTestCore();
    const admin = await core.signedIn('admin');
    const entryId = '01900000-0000-7000-8000-00000000c0de';
    const made = await act(admin.client.copies.makeRecoveryCode, {}, entryId);
    expect(made.code).toMatch(/^(.{4}-){6}.{4}$/u);
    expect(await act(admin.client.copies.makeRecoveryCode, {}, entryId)).toEqual({ code: null, madeAt: made.madeAt });
    expect(await admin.client.copies.status({})).toMatchObject({ recoveryCodeMadeAt: made.madeAt });
  });
});

describe('another folder for the copies', () => {
  it('is refused where it does not exist, lies among the data, or cannot be written to', async () => {
    const core = await openTestCore();
    const { client } = await core.signedIn('admin');
    const refused = async (folder: string) => (await refusalOf(act(client.copies.setFolder, { folder }))).code;
    const inside = path.join(core.dataDir, 'inside');
    await mkdir(inside);
    expect([await refused('/no/such/folder'), await refused('relative'), await refused(inside), await refused('/proc')]).toEqual([
      'copies.folder-missing',
      'copies.folder-missing',
      'copies.folder-inside',
      'copies.folder-not-writable',
    ]);
  });

  it('holds everything from then on, so that the office comes back from it alone', async () => {
    const [core, folder] = [await openTestCore(), await stick()];
    const [admin, clerk] = [await core.signedIn('admin'), await core.signedIn('clerk')];
    const first = await takeMoney(clerk);
    await act(admin.client.copies.setFolder, { folder });
    expect(await admin.client.copies.status({})).toMatchObject({ folder: await ownFolderOn(folder), isDefault: false, behind: null });
    const second = await takeMoney(clerk);
    await rm(copiesFolder(core.dataDir), { recursive: true });
    await startAgainWithout(core);
    expect((await core.desk().client.start.restore({})).restored).toMatchObject({ complete: true });
    expect(await receiptsOf(await core.signedIn('clerk'))).toEqual([first, second]);
    await act((await core.signedIn('admin')).client.copies.setFolder, { folder: null });
    expect(await (await core.signedIn('clerk')).client.copies.status({})).toMatchObject({ isDefault: true, behind: null });
  });

  it('that is pulled out stops nobody: the state says since when, and with the folder back a backup by hand begins anew', async () => {
    const [core, folder] = [await openTestCore(), await stick()];
    await act((await core.signedIn('admin')).client.copies.setFolder, { folder });
    await core.close();
    await rename(folder, `${folder}-pulled`);
    await core.restart();
    const clerk = await core.signedIn('clerk');
    const receipt = await takeMoney(clerk);
    expect(await clerk.client.copies.status({})).toMatchObject({ sameDisk: null, lastBackup: null, behind: { why: 'missing' } });
    expect((await refusalOf(act((await core.signedIn('admin')).client.copies.backUpNow, {}))).code).toBe('copies.backup-failed');
    await rename(`${folder}-pulled`, folder);
    await act((await core.signedIn('admin')).client.copies.backUpNow, {});
    expect(await clerk.client.copies.status({})).toMatchObject({ behind: null, lastBackup: { good: true } });
    await startAgainWithout(core);
    await core.desk().client.start.restore({});
    expect(await receiptsOf(await core.signedIn('clerk'))).toEqual([receipt]);
  });
});

describe.skipIf(noSmallDisk)(`a copies disk that fills${noSmallDisk ? ` (skipped: ${noSmallDisk})` : ''}`, () => {
  it('stops nobody, says so, and begins anew once there is room', async () => {
    const disk = mountSmallDisk(120);
    onTestFinished(() => disk.remove());
    const core = await openTestCore();
    const [admin, clerk] = [await core.signedIn('admin'), await core.signedIn('clerk')];
    await act(admin.client.copies.setFolder, { folder: disk.folder });
    const receipts = [await takeMoney(clerk)];
    disk.fill();
    receipts.push(await takeMoney(clerk));
    expect((await clerk.client.copies.status({})).behind).toMatchObject({ why: 'full' });
    expect(await clerk.client.office.status({})).toMatchObject({ readOnly: false });
    expect((await refusalOf(act(admin.client.copies.backUpNow, {}))).code).toBe('copies.backup-failed');
    disk.makeRoom();
    await act(admin.client.copies.backUpNow, {});
    receipts.push(await takeMoney(clerk));
    expect((await clerk.client.copies.status({})).behind).toBeNull();
    await startAgainWithout(core);
    expect((await core.desk().client.start.restore({})).restored).toMatchObject({ complete: true });
    expect(await receiptsOf(await core.signedIn('clerk'))).toEqual(receipts);
  });
});
