import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { act, openTestCore, type Desk, type TestCore } from '../support/core.ts';
import { whileClosed } from '../support/hub-says.ts';
import { openTestHub, usualDatabase, type TestHub } from '../support/hub.ts';
import { staffPassword } from '../support/made-office.ts';
import { pay, transferReadyToPay } from '../support/transfer-case.ts';
import { codeIn, pictureOf } from './printed-page.ts';

const waitFor = <T>(check: () => Promise<T>) => vi.waitFor(check, { timeout: 30_000, interval: 100 });

describe('a receipt of one office at the counter of another', () => {
  let hub: TestHub;
  /** Behind the seeded register. */
  let cursor: string;

  beforeAll(async () => {
    hub = await openTestHub(usualDatabase, { practice: false });
    cursor = (await (await hub.device('MSA01')).pullAll()).next;
  });
  afterAll(() => hub?.close());

  const office = async (code: string, printsPaper = false): Promise<TestCore> =>
    openTestCore({ printsPaper, hub: { url: hub.hub.url, code: await hub.hub.enrolCode(code), cursor } });

  async function printedCode(desk: Desk): Promise<{ readonly receiptNumber: string; readonly text: string }> {
    const ready = await transferReadyToPay(desk);
    const receiptNumber = await pay(desk, ready);
    const paper = { kind: 'receipt', receiptNumber } as const;
    const pdf = await desk.client.paper.get({ paper, width: '80mm', locale: 'sw' });
    const text = await codeIn(await pictureOf(new Uint8Array(await pdf.arrayBuffer()), 203));
    if (text === undefined) throw new Error('The paper has no code that can be read');
    return { receiptNumber, text };
  }

  it('is VALID with nothing known of it, VALID and the same where it was made, and valid with a note once its PC was revoked', async () => {
    const [kisumu, nairobi] = [await office('KSM01', true), await office('NRB01')];
    const [seller, checker] = [await kisumu.signedIn('clerk'), await nairobi.signedIn('clerk')];
    const { receiptNumber, text } = await printedCode(seller);
    const atHome = await seller.client.check.code({ text });
    expect(atHome.verdict).toMatchObject({ verdict: 'valid', practice: false, isKnownHere: true, revokedSince: null });
    expect(atHome.verdict).toMatchObject({ facts: expect.not.arrayContaining([expect.objectContaining({ is: 'differs' })]) });
    expect((await checker.client.check.code({ text })).verdict).toMatchObject({
      verdict: 'valid',
      kind: 'receipt',
      office: { code: 'KSM01' },
      isKnownHere: false,
      facts: expect.arrayContaining([{ name: 'number', onPaper: receiptNumber, here: null, is: 'not-known' }]),
    });
    hub.moveClock(24 * 3_600_000);
    await hub.hub.operate({ name: 'revoke', device: 'KSM01/1', reason: 'Stolen in the night' });
    await checker.client.queue.tryNow({});
    await waitFor(async () =>
      expect((await checker.client.check.code({ text })).verdict).toMatchObject({
        verdict: 'valid',
        revokedSince: { why: 'revoked', reason: 'Stolen in the night' },
      }),
    );
  });

  it('is VOID where it was made once it was declared void, and is not where the hub did not take the void', async () => {
    const core = await office('KSM01', true);
    const seller = await core.signedIn('clerk');
    const { receiptNumber, text } = await printedCode(seller);
    const verdict = async () => (await (await core.signedIn('clerk')).client.check.code({ text })).verdict;
    expect(await verdict()).toMatchObject({ verdict: 'valid', voidSince: null });
    const supervisor = { login: 'supervisor', password: staffPassword };
    await act(seller.client.payments.voidReceipt, { receiptNumber, reason: 'paid-twice', note: '', supervisor });
    expect(await verdict()).toMatchObject({ verdict: 'valid', voidSince: expect.stringMatching(/^2026-/u) });
    await whileClosed(core, (storage) =>
      storage.transact((db) =>
        db.run(
          `INSERT OR REPLACE INTO entry_answer (seq, outcome, hub_receipt, answered_at, detail)
           SELECT seq, 'refused', 'r', at, '{"code":"receipt.spent","facts":{}}' FROM journal WHERE kind = 'payments.voidReceipt'`,
        ),
      ),
    );
    const differs = expect.objectContaining({ name: 'standing', is: 'differs' });
    expect(await verdict()).toMatchObject({ voidSince: null, facts: expect.arrayContaining([differs]) });
  });
});
