import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partyOfOwner } from '#shared/domain/services/owner-part.ts';
import { openTestCore, type Desk } from '#tests/support/core.ts';
import { openTestHub, usualDatabase, type TestHub } from '#tests/support/hub.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { mpesaCode } from '#tests/support/transfer-body.ts';
import { pay, transferReadyToPay } from '#tests/support/transfer-case.ts';
import { receiptsOf } from './busy-office.ts';
import { destroyOfficeFile, officeFolder } from './damage.ts';

describe('an office that was restored, at its hub', () => {
  let hub: TestHub;
  let cursor: string;
  beforeAll(async () => {
    hub = await openTestHub(usualDatabase);
    cursor = (await (await hub.device('MSA01')).pullAll()).next;
  });
  afterAll(() => hub?.close());

  const office = async () => openTestCore({ hub: { url: hub.hub.url, code: await hub.hub.enrolCode('KSM01'), cursor } });
  const entriesAtHub = (deviceNo: number) =>
    hub.database.transaction(async (sql) => {
      await sql.query(`SELECT set_config('kaunta.registrar', 'on', true), set_config('kaunta.operator', 'on', true)`);
      return sql.query<{ entry_id: string; epoch: number; seq: number }>(
        `SELECT entry_id, entry.epoch, seq FROM entry JOIN device ON device.id = device_id
         WHERE device.office_code = 'KSM01' AND device.device_no = $1 ORDER BY entry.epoch, seq`,
        deviceNo,
      );
    });
  let sold = 0;
  const sell = async (desk: Desk): Promise<string> => {
    const vehicle = hub.nextVehicle();
    const [owner] = vehicle.owners;
    if (!owner) throw new Error('Nobody owns this vehicle');
    sold += 1;
    return pay(desk, await transferReadyToPay(desk, { vehicle, parties: { seller: partyOfOwner(owner) } }), mpesaCode(sold));
  };
  const isSent = async (desk: Desk) => {
    await expect.poll(() => desk.client.queue.list({}), { timeout: 30_000 }).toEqual([]);
  };

  it('goes on with its queue: every act stands there once, the later ones in the next epoch', async () => {
    const core = await office();
    const clerk = await core.signedIn('clerk');
    const first = await sell(clerk);
    await isSent(clerk);
    await core.close();
    await destroyOfficeFile(core.dataDir);
    await core.restart();
    const restored = await core.desk().client.start.restore({});
    expect(restored).toMatchObject({ phase: 'ready', restored: { complete: true, seriesLetter: 'B' } });
    const again = await core.signedIn('clerk');
    const second = await sell(again);
    expect(await receiptsOf(again)).toEqual([first, second]);
    await isSent(again);
    const { deviceNo } = restored.office ?? { deviceNo: 0 };
    const entries = await entriesAtHub(deviceNo);
    expect(new Set(entries.map(({ entry_id: id }) => id)).size).toBe(entries.length);
    expect(entries.map(({ seq }) => Number(seq))).toEqual(entries.map((_, index) => index + 1));
    expect([...new Set(entries.map(({ epoch }) => epoch))]).toEqual([1, 2]);
  });

  it('finds its key at the hub: an operator reads the code out, and it opens the office without any file', async () => {
    const core = await office();
    const admin = await core.signedIn('admin');
    await expect.poll(async () => (await admin.client.copies.status({})).escrowSentAt, { timeout: 30_000 }).not.toBeNull();
    const { office: own } = await admin.client.start.status({});
    const said = await hub.hub.operate({ name: 'escrow', device: `KSM01/${own?.deviceNo ?? 0}`, reason: 'PC stolen, form 12' });
    const code = /([0-9A-Z]{4}-){13}[0-9A-Z]{4}/u.exec(String(said))?.[0] ?? '';
    await core.close();
    await rm(path.join(officeFolder(core.dataDir), 'key.json'));
    await core.restart();
    const { client } = core.desk();
    expect(
      (
        await refusalOf(
          client.start.enterRecoveryCode({ code: code.replace(/^./u, (sign) => (sign === 'Z' ? 'Y' : 'Z')), passphrase: null }),
        )
      ).code,
    ).toMatch(/mistyped/u);
    expect(await client.start.enterRecoveryCode({ code, passphrase: null })).toMatchObject({ phase: 'ready' });
  });
});
