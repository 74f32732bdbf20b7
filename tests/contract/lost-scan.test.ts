import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { toDay } from '#shared/base/instant.ts';
import { openFaultProxy, type FaultProxy } from '../sync/fault-proxy.ts';
import { act, openTestCore, type Desk, type TestCore } from '../support/core.ts';
import { openTestHub, usualDatabase, type TestHub } from '../support/hub.ts';
import { A6, colourScan, greyScan } from '../support/pdf-samples.ts';
import { refusalOf } from '../support/refused.ts';
import { mpesaCode, soldByOwner } from '../support/transfer-body.ts';
import { pay, scanFile, transferReadyToPay } from '../support/transfer-case.ts';

describe('a scan that is lost before the hub has it', () => {
  let hub: TestHub;
  let cursor: string;
  let line: FaultProxy;
  let core: TestCore;
  let clerk: Desk;
  let payments = 900;

  beforeAll(async () => {
    hub = await openTestHub(usualDatabase);
    cursor = (await (await hub.device('NRB01')).pullAll()).next;
  }, 120_000);
  afterAll(() => hub?.close());
  beforeEach(async () => {
    line = await openFaultProxy(hub.hub.url);
    onTestFinished(() => line.close());
    core = await openTestCore({ hub: { url: line.url, code: await hub.hub.enrolCode('KSM01'), cursor } });
    clerk = await core.signedIn('clerk');
    line.setDown(true);
  });

  /** Sold while the line was away, and the scan's file gone when it comes back. */
  async function sellAndLose() {
    const vehicle = hub.nextVehicle();
    const ready = await transferReadyToPay(clerk, soldByOwner(vehicle));
    payments += 1;
    await pay(clerk, ready, mpesaCode(payments));
    const { id, reference } = ready;
    const [scan] = (await clerk.client.applications.get({ id })).scans;
    if (!scan) throw new Error('A transfer has a scan');
    await rm(path.join(core.dataDir, 'office/scans', scan.sha256.slice(0, 2), scan.sha256));
    line.setDown(false);
    await clerk.client.queue.tryNow({});
    await expect.poll(() => clerk.client.applications.lostScans({}), { timeout: 20_000 }).toHaveLength(1);
    return { id, reference, scan };
  }

  const scansOf = async (id: string) => (await clerk.client.applications.get({ id })).scans;
  const atHub = async (id: string) => {
    await expect.poll(async () => (await scansOf(id)).map((one) => one.atHub), { timeout: 20_000 }).toEqual([true]);
  };

  it('is named with its case, is made anew, and comes to the registrar', async () => {
    const { id, reference, scan } = await sellAndLose();
    expect(await clerk.client.applications.lostScans({})).toMatchObject([
      { application: { id, reference, kind: 'logbook' }, slipNumber: null, scanId: scan.id },
    ]);
    await core.restart();
    clerk = await core.signedIn('clerk');
    expect(await scansOf(id)).toMatchObject([{ atHub: false, lostAt: expect.any(String) as string }]);
    const file = new File([new Uint8Array(colourScan({ paper: A6, dpi: 160 }))], 'again.pdf');
    const again = await act(clerk.client.applications.replaceScan, { id, scanId: scan.id, file });
    expect(again.sha256).not.toBe(scan.sha256);
    await atHub(id);
    expect(await clerk.client.applications.lostScans({})).toEqual([]);
    await expect.poll(() => clerk.client.queue.list({}), { timeout: 20_000 }).toEqual([]);
    const registrar = await hub.device('NRB01');
    const told = (await registrar.pullAll(cursor)).changes.findLast(({ kind, key }) => kind === 'case' && key === id)?.body;
    expect(told).toMatchObject({ submission: { scans: [{ kind: 'logbook', sha256: again.sha256, fileName: 'again.pdf' }] } });
    const read = await registrar.send({ method: 'GET', path: `/v1/scans/${again.sha256}` });
    expect(read.bytes).toEqual(Buffer.from(await file.arrayBuffer()));
  });

  it('is found again in the very same file', async () => {
    const { id, scan } = await sellAndLose();
    const again = await act(clerk.client.applications.replaceScan, { id, scanId: scan.id, file: scanFile() });
    expect(again.sha256).toBe(scan.sha256);
    await atHub(id);
  });

  it('is replaced by nothing that a scan may not be, and only where it is lost', async () => {
    const { id, scan } = await sellAndLose();
    const replaceWith = (file: File, scanId = scan.id) => refusalOf(act(clerk.client.applications.replaceScan, { id, scanId, file }));
    const grey = new File([new Uint8Array(greyScan({ paper: A6, dpi: 150 }))], 'grey.pdf');
    expect(await replaceWith(grey)).toMatchObject({ code: 'scan.refused', problems: [{ code: 'scan.grey' }] });
    expect(await clerk.client.applications.lostScans({})).toHaveLength(1);
    const again = await act(clerk.client.applications.replaceScan, { id, scanId: scan.id, file: scanFile() });
    expect((await replaceWith(scanFile(), again.id)).code).toBe('scan.not-lost');
    expect((await replaceWith(scanFile())).code).toBe('act.not-found');
  });

  it('of a letter by which something was handed over is named with its slip, and its new scan comes to the hub', async () => {
    const what = { kind: 'plates', plate: 'KMZZ101A', number: '', owner: 'Nyota Haulage Limited', idNumber: 'PVT-1', phone: '' } as const;
    const { id: itemId } = await act(clerk.client.shelf.put, { what, place: 'A-1', locale: 'en' });
    const letter = { signedBy: 'Halima Noor', day: toDay('2026-11-20'), scan: scanFile('letter.pdf') };
    const collector = { name: 'Wafula Simiyu', idNumber: '31234567' };
    const proof = { method: 'typed-name', typedName: 'Wafula Simiyu' } as const;
    const { slipNumber } = await act(clerk.client.shelf.handOver, { what: { itemId }, collector, letter, proof, isOldBookIn: false });
    const given = async () => (await clerk.client.shelf.list({ text: '', state: 'handed-over', band: null })).items[0]?.letterSha256 ?? '';
    const lost = await given();
    await rm(path.join(core.dataDir, 'office/scans', lost.slice(0, 2), lost));
    line.setDown(false);
    await clerk.client.queue.tryNow({});
    await expect
      .poll(() => clerk.client.applications.lostScans({}), { timeout: 20_000 })
      .toMatchObject([{ application: null, slipNumber }]);
    const file = new File([new Uint8Array(greyScan({ paper: A6, dpi: 150 }))], 'letter again.pdf');
    await act(clerk.client.shelf.replaceLetter, { slipNumber, file });
    const again = await given();
    expect([await clerk.client.applications.lostScans({}), again === lost]).toEqual([[], false]);
    const registrar = await hub.device('NRB01');
    const atHubNow = () => registrar.send({ method: 'GET', path: `/v1/scans/${again}` });
    await expect.poll(async () => (await atHubNow()).status, { timeout: 20_000 }).toBe(200);
    expect((await atHubNow()).bytes).toEqual(Buffer.from(await file.arrayBuffer()));
    await expect.poll(() => clerk.client.queue.list({}), { timeout: 20_000 }).toEqual([]);
  });
});
