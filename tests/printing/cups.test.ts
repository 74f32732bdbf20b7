import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, openTestCore } from '#tests/support/core.ts';
import { transferReadyToPay, pay } from '#tests/support/transfer-case.ts';
import { addPrinter, jobWhen, settled } from './print-desk.ts';
import { hasCups, openPrivateCups, type PrivateCups } from './private-cups.ts';
import { pagesOf } from './pdf-pages.ts';

describe.skipIf(!hasCups)('a printer of this PC (needs Debian’s cups and cups-filters, and root)', () => {
  let cups: PrivateCups;
  let tray: string;
  beforeAll(async () => {
    cups = await openPrivateCups();
    tray = path.join(cups.folder, 'tray');
    await cups.addQueue('Office', `tray:${tray}`);
  });
  afterAll(() => cups.close());

  async function officeWithPrinter(queue = 'Office') {
    const core = await openTestCore({ printsPaper: true });
    await addPrinter(await core.signedIn('supervisor'), { way: 'cups', address: queue, name: 'Back office', width: 'a4' }, [
      'form',
      'receipt',
    ]);
    const desk = await core.signedIn('clerk');
    const ready = await transferReadyToPay(desk);
    await pay(desk, ready);
    const print = async () => (await act(desk.client.printing.print, { paper: { kind: 'application', id: ready.id }, locale: 'en' })).jobId;
    const { lines } = await desk.client.printing.jobs({ show: 'all', limit: 1, offset: 0 });
    return { core, desk, print, first: lines[0]?.id ?? '' };
  }

  const sheetsOut = async () => (await readdir(tray)).filter((name) => name.endsWith('.pdf')).toSorted();

  it('is found, takes an A4 receipt without a dialog, and is asked about once it has left the queue', async () => {
    const before = await sheetsOut();
    const { core, desk, first } = await officeWithPrinter();
    expect(await settled(desk, first)).toMatchObject({ state: 'asking', problem: null, printer: 'Back office' });
    const out = (await sheetsOut()).filter((name) => !before.includes(name));
    expect(out).toHaveLength(1);
    const [page, ...more] = await pagesOf(await readFile(path.join(tray, out[0] ?? '')));
    expect(more).toEqual([]);
    expect([Math.round(page?.widthMm ?? 0), Math.round(page?.heightMm ?? 0)]).toEqual([210, 297]);
    const supervisor = await core.signedIn('supervisor');
    await cups.addQueue('Spare', `tray:${tray}`);
    expect((await supervisor.client.printing.discover({})).found).toEqual([{ way: 'cups', address: 'Spare' }]);
  });

  it('that has no paper says so in the bar, holds the job, and goes on when paper is put in', async () => {
    await writeFile(path.join(tray, 'empty'), '');
    const { desk, first } = await officeWithPrinter();
    const waiting = await jobWhen(desk, first, ({ problem }) => problem !== null);
    expect(waiting).toMatchObject({ state: 'sent', problem: 'paper-out' });
    expect(waiting.printerWords).toContain('Load A4 in tray 1');
    const { printers } = await desk.client.printing.status({});
    expect(printers[0]?.standing).toMatchObject({ state: 'not-ready', problem: 'paper-out' });
    await rm(path.join(tray, 'empty'));
    expect(await settled(desk, first)).toMatchObject({ state: 'asking', problem: null });
    expect((await desk.client.printing.status({})).printers[0]?.standing.state).toBe('ready');
  });

  it('that has no paper gives a job back when a person stops it, and asks whether anything came out', async () => {
    const before = await sheetsOut();
    await writeFile(path.join(tray, 'empty'), '');
    const { desk, first } = await officeWithPrinter();
    await jobWhen(desk, first, ({ problem }) => problem === 'paper-out');
    await act(desk.client.printing.cancel, { jobId: first });
    expect(await settled(desk, first)).toMatchObject({ state: 'asking', problem: 'cancelled' });
    await rm(path.join(tray, 'empty'));
    expect(await cups.run('lpstat', '-W', 'not-completed', '-o')).toBe('');
    expect(await sheetsOut()).toEqual(before);
  });

  it('that is taken away in the middle of a job leaves a question, and the next job fails by name', async () => {
    await cups.addQueue('Going', `tray:${tray}`);
    await writeFile(path.join(tray, 'empty'), '');
    const { desk, first, print } = await officeWithPrinter('Going');
    await jobWhen(desk, first, ({ problem }) => problem === 'paper-out');
    await cups.admin('-x', 'Going');
    expect(await settled(desk, first)).toMatchObject({ state: 'asking', problem: 'removed' });
    await rm(path.join(tray, 'empty'));
    expect(await settled(desk, await print())).toMatchObject({ state: 'failed', problem: 'unknown-queue' });
  });

  it('whose name is wrong, that is stopped, or that takes nothing fails with the right word and prints nothing', async () => {
    const before = await sheetsOut();
    const wrong = await officeWithPrinter('Nowhere');
    expect(await settled(wrong.desk, wrong.first)).toMatchObject({ state: 'failed', problem: 'unknown-queue' });
    await cups.addQueue('Stopped', `tray:${tray}`);
    await cups.run('cupsdisable', '-r', 'Waiting for a new drum', 'Stopped');
    const stopped = await officeWithPrinter('Stopped');
    expect(await settled(stopped.desk, stopped.first)).toMatchObject({
      state: 'failed',
      problem: 'stopped',
      printerWords: 'Waiting for a new drum',
    });
    await cups.run('cupsenable', 'Stopped');
    await cups.run('cupsreject', '-r', 'Moved to room 4', 'Stopped');
    expect(await settled(stopped.desk, await stopped.print())).toMatchObject({
      state: 'failed',
      problem: 'refusing',
      printerWords: 'Moved to room 4',
    });
    expect(await sheetsOut()).toEqual(before);
  });

  it('is followed again after a restart, and the paper comes out once', async () => {
    const before = await sheetsOut();
    await writeFile(path.join(tray, 'empty'), '');
    const { core, desk, first } = await officeWithPrinter();
    await jobWhen(desk, first, ({ problem }) => problem === 'paper-out');
    await core.restart();
    await rm(path.join(tray, 'empty'));
    const again = await core.signedIn('clerk');
    expect(await settled(again, first)).toMatchObject({ state: 'asking', problem: null });
    expect((await sheetsOut()).length - before.length).toBe(1);
  });

  it('is not reached at all once the print service is gone, and work goes on', async () => {
    const { desk, first, print } = await officeWithPrinter();
    await settled(desk, first);
    await cups.stop();
    expect(await settled(desk, await print())).toMatchObject({ state: 'failed', problem: 'no-service' });
  });
});
