import { vehicleOf } from '#shared/domain/services/services.ts';
import { copyFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act } from '#tests/support/core.ts';
import { makeOffice, removeOffice, withOfficeFile } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { makeBusyOffice, receiptsOf, startAfter, takeMoney, type BusyOffice } from './busy-office.ts';
import {
  backupsIn,
  copiesFolder,
  cutEnd,
  destroy,
  destroyOfficeFile,
  flipBit,
  logsIn,
  newest,
  officeFile,
  officeFolder,
  removeOfficeFile,
} from './damage.ts';

let office: BusyOffice;
beforeAll(async () => {
  office = await makeBusyOffice();
});
afterAll(() => removeOffice(office.dataDir));

describe('an office whose file is destroyed between two backups', () => {
  it('is told what happened and how far a copy reaches, and has every receipt again under a new series letter', async () => {
    const core = await startAfter(office, destroyOfficeFile);
    const { client } = core.desk();
    const found = await client.start.status({});
    expect(found).toMatchObject({
      phase: 'recovery',
      office: null,
      recovery: {
        what: 'damaged',
        choices: ['restore', 'look-elsewhere', 'try-again'],
        wayBack: { backup: { kind: 'by-hand', good: true }, damagedBackups: 0, complete: true, lastAct: { kind: 'applications.open' } },
      },
    });
    expect((await refusalOf(client.start.enrolAnew({}))).code).toBe('start.already-open');

    const opened = await client.start.restore({});
    expect(opened).toMatchObject({ phase: 'ready', restored: { ...found.recovery?.wayBack, seriesLetter: 'B' } });
    const clerk = await core.signedIn('clerk');
    expect(await receiptsOf(clerk)).toEqual(office.receipts);
    expect(await takeMoney(clerk)).toBe('R-NRB01-3B-000001');
    expect(await (await core.signedIn('auditor')).client.records.verify({})).toMatchObject({ faults: [] });
    const aside = opened.restored?.setAside ?? '';
    expect(await readdir(aside)).toEqual(['office.db']);
    expect((await readFile(path.join(aside, 'office.db'))).every((byte) => byte === 0x5a)).toBe(true);
  });

  it('comes back from the backup before, with a longer replay, where one bit of the newest is not what it was', async () => {
    const core = await startAfter(office, async (dataDir) => {
      await destroyOfficeFile(dataDir);
      await flipBit(await newest(backupsIn(copiesFolder(dataDir))), 0.5);
    });
    expect((await core.desk().client.start.restore({})).restored).toMatchObject({ damagedBackups: 1, complete: true });
    expect(await receiptsOf(await core.signedIn('clerk'))).toEqual(office.receipts);
  });

  it('loses only what was never acknowledged where the last record of the log is torn', async () => {
    const core = await startAfter(office, async (dataDir) => {
      await destroyOfficeFile(dataDir);
      await cutEnd(await newest(logsIn(copiesFolder(dataDir))), 20);
    });
    expect((await core.desk().client.start.restore({})).restored).toMatchObject({ complete: true });
    const clerk = await core.signedIn('clerk');
    expect(await receiptsOf(clerk)).toEqual(office.receipts);
    // Its typing was the torn record; the act that gave it a number was not.
    const { line, body } = await clerk.client.applications.get({ id: office.lastTyped.id });
    expect([line.reference, vehicleOf(body)]).toEqual([office.lastTyped.reference, null]);
  });

  it('is told where a log is broken before its end, and gets what stands before the hole', async () => {
    const core = await startAfter(office, async (dataDir) => {
      await destroyOfficeFile(dataDir);
      await flipBit(await newest(logsIn(copiesFolder(dataDir))), 0.6);
    });
    const { client } = core.desk();
    expect((await client.start.status({})).recovery?.wayBack).toMatchObject({ complete: false });
    expect((await client.start.restore({})).restored).toMatchObject({ complete: false });
    expect((await receiptsOf(await core.signedIn('clerk'))).length).toBeGreaterThanOrEqual(2);
  });

  it('can be restored a second time from a backup of before the first', async () => {
    const core = await startAfter(office, destroyOfficeFile);
    await core.desk().client.start.restore({});
    const receipt = await takeMoney(await core.signedIn('clerk'));
    await core.close();
    await destroyOfficeFile(core.dataDir);
    const since = (await backupsIn(copiesFolder(core.dataDir))).filter((file) => !file.includes('by-hand'));
    for (const file of since) await rm(file);
    await core.restart();
    expect((await core.desk().client.start.restore({})).restored).toMatchObject({ complete: true, seriesLetter: 'C' });
    expect(await receiptsOf(await core.signedIn('clerk'))).toEqual([...office.receipts, receipt].toSorted());
  });
});

describe('an office whose file', () => {
  it('is missing gets no empty one, and comes back', async () => {
    const core = await startAfter(office, removeOfficeFile);
    const { client } = core.desk();
    expect(await client.start.status({})).toMatchObject({
      phase: 'recovery',
      recovery: { what: 'missing' },
      failure: { code: 'start.missing-file' },
    });
    expect(await readdir(officeFolder(core.dataDir))).not.toContain('office.db');
    expect((await client.start.restore({})).restored).toMatchObject({ setAside: null, complete: true });
    expect(await receiptsOf(await core.signedIn('clerk'))).toEqual(office.receipts);
  });

  it('was put back from an older day is not worked with, and comes back', async () => {
    const core = await startAfter(office, async (dataDir) => {
      const [oldest = ''] = await backupsIn(copiesFolder(dataDir));
      await removeOfficeFile(dataDir);
      await copyFile(oldest, officeFile(dataDir));
    });
    const { client } = core.desk();
    expect(await client.start.status({})).toMatchObject({ phase: 'recovery', recovery: { what: 'set-back' } });
    expect((await client.start.restore({})).restored).toMatchObject({ complete: true });
    expect(await receiptsOf(await core.signedIn('clerk'))).toEqual(office.receipts);
  });

  it('is of a newer program is left alone: nothing is offered but that program', async () => {
    const core = await startAfter(office, (dataDir) =>
      withOfficeFile(dataDir, (storage) => storage.writer.run('PRAGMA user_version = 9999')),
    );
    const { client } = core.desk();
    expect(await client.start.status({})).toMatchObject({
      phase: 'recovery',
      recovery: { what: 'newer-file', choices: ['newer-program', 'try-again'], wayBack: null },
    });
  });

  it('is destroyed with every copy stays where it is until copies are found elsewhere', async () => {
    const core = await startAfter(office, async (dataDir) => {
      await destroyOfficeFile(dataDir);
      await rename(copiesFolder(dataDir), path.join(dataDir, 'stick'));
    });
    const { client } = core.desk();
    const bare = (await client.start.status({})).recovery;
    expect(bare).toMatchObject({ what: 'damaged', choices: ['look-elsewhere', 'try-again'], wayBack: null });
    expect((await refusalOf(client.start.restore({}))).code).toBe('start.no-copies');
    const nowhere = client.start.lookForCopies({ folder: path.join(core.dataDir, 'none') });
    expect((await refusalOf(nowhere)).code).toBe('start.no-copies');
    const found = await client.start.lookForCopies({ folder: path.join(core.dataDir, 'stick') });
    expect(found.recovery).toMatchObject({ choices: ['restore', 'look-elsewhere', 'try-again'], wayBack: { complete: true } });
    await client.start.restore({});
    expect(await receiptsOf(await core.signedIn('clerk'))).toEqual(office.receipts);
  });

  it('breaks while people work stops before anything more is written, and comes back', async () => {
    const core = await startAfter(office, () => Promise.resolve());
    const auditor = await core.signedIn('auditor');
    for (const part of ['-wal', '']) await destroy(`${officeFile(core.dataDir)}${part}`);
    await Promise.resolve(act(auditor.client.copies.checkNow, {})).catch(() => undefined);
    const { client } = core.desk();
    await expect.poll(async () => (await client.start.status({})).phase, { timeout: 30_000 }).toBe('recovery');
    await client.start.restore({});
    expect(await receiptsOf(await core.signedIn('clerk'))).toEqual(office.receipts);
  });
});

describe('an office whose key', () => {
  it('is gone opens with the recovery code', async () => {
    const core = await startAfter(office, (dataDir) => rm(path.join(officeFolder(dataDir), 'key.json')));
    const { client } = core.desk();
    expect((await client.start.status({})).recovery).toMatchObject({
      what: 'key-missing',
      choices: ['enter-code', 'try-again', 'look-elsewhere'],
    });
    const mistyped = office.recoveryCode.replace(/.$/u, (sign) => (sign === '0' ? '1' : '0'));
    expect((await refusalOf(client.start.enterRecoveryCode({ code: mistyped, passphrase: null }))).code).toBe(
      'start.recovery-code-mistyped',
    );
    expect(await client.start.enterRecoveryCode({ code: office.recoveryCode, passphrase: null })).toMatchObject({ phase: 'ready' });
    expect(await receiptsOf(await core.signedIn('clerk'))).toEqual(office.receipts);
    await core.restart();
    expect(await core.desk().client.start.status({})).toMatchObject({ phase: 'ready' });
  });

  it('is of another office is named, and the file is not touched', async () => {
    const stranger = await makeOffice(Date.now());
    const keyOf = (dataDir: string) => path.join(officeFolder(dataDir), 'key.json');
    const core = await startAfter(office, (dataDir) => copyFile(keyOf(stranger), keyOf(dataDir)));
    const { client } = core.desk();
    expect((await client.start.status({})).recovery).toMatchObject({
      what: 'wrong-key',
      choices: ['enter-code', 'try-again', 'look-elsewhere'],
    });
    expect(await readFile(officeFile(core.dataDir))).toEqual(await readFile(officeFile(office.dataDir)));
    await writeFile(keyOf(core.dataDir), await readFile(keyOf(office.dataDir)));
    expect(await client.start.retry({})).toMatchObject({ phase: 'ready' });
    await removeOffice(stranger);
  });

  it('and file are lost with the PC comes back on a new one from the stick and the code', async () => {
    const core = await startAfter(office, async (dataDir) => {
      await rename(copiesFolder(dataDir), path.join(dataDir, 'stick'));
      await rm(officeFolder(dataDir), { recursive: true });
      await rm(path.join(dataDir, 'config.json'));
    });
    const { client } = core.desk();
    expect(await client.start.status({})).toMatchObject({ phase: 'first-start' });
    expect((await client.start.lookForCopies({ folder: core.dataDir })).recovery).toMatchObject({
      what: 'missing',
      choices: ['look-elsewhere', 'enter-code', 'try-again'],
    });
    expect(await client.start.enterRecoveryCode({ code: office.recoveryCode, passphrase: null })).toMatchObject({
      phase: 'recovery',
      recovery: { wayBack: { complete: true } },
    });
    expect(await client.start.restore({})).toMatchObject({ phase: 'ready' });
    expect(await receiptsOf(await core.signedIn('clerk'))).toEqual(office.receipts);
    await core.restart();
    expect(await core.desk().client.start.status({})).toMatchObject({ phase: 'ready' });
  });
});
