import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import type { Role } from '#shared/domain/role.ts';
import { startCore, type Core } from '#core/start-core.ts';
import { mondayMorning } from '#tests/support/clock.ts';
import { openTestCore, type TestCore } from '#tests/support/core.ts';
import { act, openDesk, type Desk } from '#tests/support/desk.ts';
import { makeOffice, removeOffice, staffPassword } from '#tests/support/made-office.ts';
import { testHost } from '#tests/support/test-host.ts';
import { mpesaCode, numberedVehicle } from '#tests/support/transfer-body.ts';
import { pay, transferReadyToPay, typedTransfer } from '#tests/support/transfer-case.ts';

/** An office as it stood while it worked: its folder was copied under its hands, as a disk keeps it when the PC dies. */
export interface BusyOffice {
  readonly dataDir: string;
  /** Every receipt that a clerk was given. */
  readonly receipts: readonly string[];
  readonly recoveryCode: string;
  /** Of an application whose typing is the last that was stored. */
  readonly lastTyped: { readonly id: string; readonly reference: string };
}

let vehicles = 0;

export async function takeMoney(desk: Desk): Promise<string> {
  vehicles += 1;
  return pay(desk, await transferReadyToPay(desk, { vehicle: numberedVehicle(vehicles) }), mpesaCode(vehicles));
}

export async function receiptsOf(desk: Desk): Promise<string[]> {
  const { lines } = await desk.client.payments.list({ text: '', limit: 500, offset: 0 });
  return lines.map(({ receiptNumber }) => receiptNumber).toSorted();
}

/** Money before its first backup, after it, and after the second. */
export async function makeBusyOffice(): Promise<BusyOffice> {
  const made = await makeOffice(mondayMorning);
  const aheadMs = mondayMorning - Date.now();
  const core = await startCore(testHost({ dataDir: made, now: () => Date.now() + aheadMs }));
  await vi.waitFor(async () => expect(await openDesk(core).client.start.status({})).toMatchObject({ phase: 'ready' }));
  const [clerk, admin] = [await signedIn(core, 'clerk'), await signedIn(core, 'admin')];
  const { code } = await act(admin.client.copies.makeRecoveryCode, {});
  const receipts = [await takeMoney(clerk)];
  await act(admin.client.copies.backUpNow, {});
  receipts.push(await takeMoney(clerk));
  await act(admin.client.copies.backUpNow, {});
  receipts.push(await takeMoney(clerk), await takeMoney(clerk));
  const lastTyped = await typedTransfer(clerk);
  const dataDir = await copyOf(made);
  await core.close();
  await removeOffice(made);
  return { dataDir, receipts: receipts.toSorted(), recoveryCode: code ?? '', lastTyped };
}

async function signedIn(core: Core, role: Role): Promise<Desk> {
  const desk = openDesk(core);
  await act(desk.client.people.signIn, { login: role, password: staffPassword });
  return desk;
}

/** The same office once more, after something has happened to its folder while it was off. */
export async function startAfter(office: BusyOffice, damage: (dataDir: string) => Promise<unknown>): Promise<TestCore> {
  const dataDir = await copyOf(office.dataDir);
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  await damage(dataDir);
  return openTestCore({ dataDir });
}

async function copyOf(dataDir: string): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'kaunta-recovery-'));
  await cp(dataDir, copy, { recursive: true });
  return copy;
}
