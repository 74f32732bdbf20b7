import { describe, expect, it } from 'vitest';
import { act, openTestCore } from '#tests/support/core.ts';
import { withOfficeFile } from '#tests/support/made-office.ts';
import { refusalOf } from '#tests/support/refused.ts';
import { mpesaCode, people } from '#tests/support/transfer-body.ts';
import { openTransfer, pay, transferReadyToPay } from '#tests/support/transfer-case.ts';

describe('the journal of an office', () => {
  it('says who did what, when and to what, once for each act', async () => {
    const core = await openTestCore();
    const clerk = await core.signedIn('clerk');
    const ready = await transferReadyToPay(clerk);
    const receiptNumber = await pay(clerk, ready);
    const lines = await clerk.client.records.history({ subject: `application:${ready.id}` });
    expect(lines.map(({ kind, actor, office, deviceNo }) => [kind, actor, office, deviceNo])).toEqual(
      ['submit', 'confirm', 'confirm', 'attachScan', 'open'].map((kind) => [`applications.${kind}`, 'Clerk Wa Majaribio', 'NRB01', 3]),
    );
    expect(lines[0]?.facts).toMatchObject({ reference: ready.reference, receiptNumber });
    expect((await clerk.client.applications.get({ id: ready.id })).timeline).toEqual(lines);
  });

  it('shows nobody’s numbers, and keeps no password', async () => {
    const core = await openTestCore();
    const clerk = await core.signedIn('clerk');
    const ready = await transferReadyToPay(clerk);
    await pay(clerk, ready);
    const auditor = await core.signedIn('auditor');
    await refusalOf(act(core.desk().client.people.signIn, { login: 'clerk', password: 'siri ya moyo wangu' }));
    const shown = JSON.stringify(await auditor.client.records.journal({ beforeSeq: null, limit: 200 }));
    const { seller, buyer } = people;
    for (const number of [seller, buyer].flatMap(({ idNumber, kraPin, phone }) => [idNumber, kraPin, phone.slice(-9)]))
      expect(shown).not.toContain(number);
    await core.close();
    const kept = await withOfficeFile(core.dataDir, ({ reader }) =>
      JSON.stringify(reader.all('SELECT payload, reply FROM journal_payload')),
    );
    expect(kept).not.toMatch(/siri ya moyo|mti wa mwembe/u);
  });

  it('is read page by page from the newest', async () => {
    const core = await openTestCore();
    const clerk = await core.signedIn('clerk');
    for (let n = 0; n < 4; n += 1) await openTransfer(clerk);
    const auditor = await core.signedIn('auditor');
    const first = await auditor.client.records.journal({ beforeSeq: null, limit: 2 });
    const second = await auditor.client.records.journal({ beforeSeq: first.at(-1)?.seq ?? null, limit: 2 });
    expect([first, second].map((page) => page.map(({ seq, line }) => [seq, line.kind]))).toEqual([
      [
        [6, 'people.signIn'],
        [5, 'applications.open'],
      ],
      [
        [4, 'applications.open'],
        [3, 'applications.open'],
      ],
    ]);
  });

  it('is found whole by Verify, and what was done to it behind the program’s back is named', async () => {
    const core = await openTestCore();
    const ready = await transferReadyToPay(await core.signedIn('clerk'));
    await pay(await core.signedIn('clerk'), ready, mpesaCode(7));
    const whole = await (await core.signedIn('auditor')).client.records.verify({});
    expect(whole.faults).toEqual([]);
    await core.close();
    const seq = await withOfficeFile(core.dataDir, (storage) =>
      storage.transact((db) => {
        const paid = db.get<{ seq: number }>(`SELECT seq FROM journal WHERE kind = 'applications.submit'`)?.seq ?? 0;
        db.run(`UPDATE journal_payload SET payload = replace(payload, ?, ?) WHERE seq = ?`, mpesaCode(7), mpesaCode(8), paid);
        return paid;
      }),
    );
    await core.restart();
    const found = await (await core.signedIn('auditor')).client.records.verify({});
    expect(found).toMatchObject({ entries: whole.entries + 1, faults: [{ seq, fault: 'payload-changed' }] });
  });
});
