import type { PartyRole } from '#shared/domain/party.ts';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import { partyOf, type CounterBody, type ServiceBody } from '#shared/domain/services/services.ts';
import { act, type Desk } from './desk.ts';
import { A6, colourScan } from './pdf-samples.ts';
import { completeTransfer, mpesaCode, type TransferFacts } from './transfer-body.ts';

/** Whoever has the contract at hand: a desk in this process, or the page of a browser. */
type Asker = Pick<Desk, 'client'>;

/** An application as a test holds it. */
export interface Opened {
  readonly id: string;
  readonly reference: string;
}

export async function openTransfer({ client }: Asker): Promise<Opened> {
  return act(client.applications.open, { service: 'transfer' });
}

/** Opens a transfer and types all of it. */
export function typedTransfer(desk: Asker, facts: TransferFacts = {}): Promise<Opened> {
  return typedCase(desk, completeTransfer(facts));
}

/** Opens an application of that service and types all of it. */
export async function typedCase(desk: Asker, body: CounterBody): Promise<Opened> {
  const opened = await act(desk.client.applications.open, { service: body.service });
  await type(desk, opened.id, body);
  return opened;
}

export async function type({ client }: Asker, id: string, body: ServiceBody): Promise<void> {
  await client.applications.keepDraft({ id, body, step: 'vehicle', field: 'vehicle.plate' });
}

let scan: Buffer | undefined;

/** A good colour scan as a file; drawn once. */
export function scanFile(name = 'logbook.pdf'): File {
  scan ??= colourScan({ paper: A6, dpi: 150 });
  return new File([new Uint8Array(scan)], name, { type: 'application/pdf' });
}

/** Attaches every paper that is still missing. */
export async function attachPapers({ client }: Asker, id: string): Promise<void> {
  const { scansNeeded, scans } = await client.applications.get({ id });
  const missing = scansNeeded.filter((kind) => !scans.some((one) => one.kind === kind));
  for (const kind of missing) await attach({ client }, id, kind);
}

export async function attach({ client }: Asker, id: string, kind: ScanKind): Promise<void> {
  await act(client.applications.attachScan, { id, kind, file: scanFile(`${kind}.pdf`) });
}

/** One party types their own name before the clerk. */
export async function confirm({ client }: Asker, id: string, role: PartyRole): Promise<void> {
  const { contentHash, body } = await client.applications.get({ id });
  const proof = { method: 'typed-name', typedName: partyOf(body, role).name } as const;
  await act(client.applications.confirm, { id, role, declared: true, contentHash, proof });
}

/** Everybody who takes part confirms, in counter order. */
export async function confirmAll(desk: Asker, id: string): Promise<void> {
  const { confirmers } = await desk.client.applications.get({ id });
  for (const role of confirmers) await confirm(desk, id, role);
}

export interface ReadyToPay extends Opened {
  readonly totalCents: number;
}

/** Everything done but the money, through the same commands as a screen gives. */
export function transferReadyToPay(desk: Asker, facts: TransferFacts = {}): Promise<ReadyToPay> {
  return readyToPay(desk, completeTransfer(facts));
}

export async function readyToPay(desk: Asker, body: CounterBody): Promise<ReadyToPay> {
  const opened = await typedCase(desk, body);
  await attachPapers(desk, opened.id);
  await confirmAll(desk, opened.id);
  const { fee } = await desk.client.applications.get({ id: opened.id });
  if (fee.kind !== 'lines') throw new Error(`The fee is ${fee.kind}`);
  return { ...opened, totalCents: fee.totalCents };
}

export async function pay({ client }: Asker, { id, totalCents }: ReadyToPay, code = mpesaCode()): Promise<string> {
  const { receiptNumber } = await act(client.applications.submit, { id, payment: { method: 'mpesa', code, amountCents: totalCents } });
  return receiptNumber;
}
