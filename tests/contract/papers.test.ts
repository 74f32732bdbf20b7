import { describe, expect, it } from 'vitest';
import { act, openTestCore, type Desk } from '#tests/support/core.ts';
import { A6, encryptedPdf, greyScan, lowResolutionScan, notAPdf } from '#tests/support/pdf-samples.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { completeTransfer } from '#tests/support/transfer-body.ts';
import { attach, attachPapers, confirmAll, pay, scanFile, transferReadyToPay, type, typedTransfer } from '#tests/support/transfer-case.ts';

function attachBytes({ client }: Desk, id: string, bytes: Buffer) {
  return act(client.applications.attachScan, { id, kind: 'logbook', file: new File([new Uint8Array(bytes)], 'logbook.pdf') });
}

describe('the scan of the logbook', () => {
  it.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['is a text file by another name', 'scan.not-a-pdf', notAPdf],
    ['is encrypted', 'scan.encrypted', encryptedPdf],
    ['is grey', 'scan.grey', () => greyScan({ paper: A6, dpi: 150 })],
    ['is too coarse to read', 'scan.low-resolution', () => lowResolutionScan({ paper: A6 })],
  ])('that %s is refused with its reason, and nothing is kept', async (_, code, make) => {
    const core = await openTestCore();
    const desk = await core.signedIn('clerk');
    const { id } = await typedTransfer(desk);
    const refused = await refusalOf(attachBytes(desk, id, await make()));
    expect(refused).toMatchObject({ code: 'scan.refused', facts: { fileName: 'logbook.pdf' } });
    expect(refused.problems.map(({ step, field, code: problem }) => [step, field, problem])).toContainEqual([
      'papers',
      'scans.logbook',
      code,
    ]);
    expect((await desk.client.applications.get({ id })).scans).toEqual([]);
  });

  it('is kept as it was given and comes back byte for byte', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await typedTransfer(desk);
    await attach(desk, id, 'logbook');
    const [scan] = (await desk.client.applications.get({ id })).scans;
    expect(scan).toMatchObject({ kind: 'logbook', fileName: 'logbook.pdf', pages: 1, atHub: false });
    const back = await desk.client.applications.scan({ sha256: scan?.sha256 ?? '' });
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(await scanFile().arrayBuffer()))).toBe(true);
  });

  it('given again takes the place of the first, and asks nobody to confirm again', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const ready = await transferReadyToPay(desk);
    await attach(desk, ready.id, 'logbook');
    const { scans, line } = await desk.client.applications.get({ id: ready.id });
    expect([scans.length, line.state]).toEqual([1, 'awaiting-payment']);
  });

  it('that was taken off is missing again', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const ready = await transferReadyToPay(desk);
    const [scan] = (await desk.client.applications.get({ id: ready.id })).scans;
    await act(desk.client.applications.removeScan, { id: ready.id, scanId: scan?.id ?? '' });
    expect((await refusalOf(pay(desk, ready))).problems).toMatchObject([{ field: 'scans.logbook', code: 'scan.missing' }]);
    expect((await refusalOf(act(desk.client.applications.removeScan, { id: ready.id, scanId: scan?.id ?? '' }))).code).toBe(
      'act.not-found',
    );
  });
});

describe('papers', () => {
  it('that a form of ownership does not ask for are not taken', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await typedTransfer(desk);
    expect(await refusalOf(attach(desk, id, 'mission-letter'))).toMatchObject({ code: 'act.not-found', facts: { what: 'mission-letter' } });
  });

  it('of another form of ownership are asked for when the form changes', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await typedTransfer(desk);
    await attachPapers(desk, id);
    await type(desk, id, completeTransfer({ ownership: 'company' }));
    const refused = await refusalOf(confirmAll(desk, id));
    expect(refused.problems.map(({ field }) => field)).toEqual(['scans.incorporation-certificate', 'scans.delegate-letter']);
  });

  it('made up for practice are not to be had in a real office', async () => {
    const desk = await (await openTestCore()).signedIn('clerk');
    const { id } = await typedTransfer(desk);
    expect((await refusalOf(desk.client.applications.practiceScan({ id, kind: 'logbook' }))).code).toBe('practice.only');
    expect((await refusalOf(desk.client.office.cutLine({ cut: true }))).code).toBe('practice.only');
  });

  it('are made of what is stored: a receipt in both widths, and none that was never given', async () => {
    const core = await openTestCore({ printsPaper: true });
    const desk = await core.signedIn('clerk');
    const ready = await transferReadyToPay(desk);
    const receiptNumber = await pay(desk, ready);
    const never = desk.client.paper.get({ paper: { kind: 'receipt', receiptNumber: 'R-NRB01-3A-999999' }, width: 'a4', locale: 'en' });
    expect(await refusalOf(never)).toMatchObject({ code: 'act.not-found', facts: { what: 'receipt' } });
    for (const width of ['a4', '80mm'] as const) {
      const receipt = await desk.client.paper.get({ paper: { kind: 'receipt', receiptNumber }, width, locale: 'sw' });
      expect([receipt.name, receipt.type, receipt.size > 1000]).toEqual([`${receiptNumber}.pdf`, 'application/pdf', true]);
    }
  });
});
