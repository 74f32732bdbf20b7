import { generateKeyPairSync, sign } from 'node:crypto';
import { decode, encode } from 'cborg';
import { describe, expect, it } from 'vitest';
import { instantPlusMs, toInstant, type Instant } from '#shared/base/instant.ts';
import { certificateText, paperText, writeCode } from '#shared/protocol/paper-code.ts';
import { keepCertificate } from '#core/office/certificate.ts';
import { keepRevocation } from '#core/office/revocation.ts';
import { sealPaper } from '#core/paper-seal/seal.ts';
import { openPaperPc, paperHub, rawPublicKey, type PaperPc } from '../support/paper-hub.ts';
import { codeOf, partsOf, receiptFacts, sealedAt, signedBy } from './sealed.ts';

const hour = 3_600_000;
const later = instantPlusMs(sealedAt, hour);
const earlier = instantPlusMs(sealedAt, -hour);

function revoke(
  at: PaperPc,
  of: PaperPc,
  told: { readonly at: Instant; readonly why: 'new-epoch' | 'left' | 'revoked'; readonly lastEpoch: number | null },
) {
  const { officeCode, deviceNo } = of.identity;
  at.storage.transact((db) =>
    keepRevocation(db, `${officeCode}/${deviceNo}:${told.lastEpoch ?? told.why}`, {
      publicKey: of.publicKey,
      officeCode,
      deviceNo,
      reason: 'Stolen',
      ...told,
    }),
  );
}

/** Two PCs of one hub, neither with a line: what one prints the other checks. */
async function twoPcs(practice = false) {
  const hub = paperHub(practice);
  return { hub, printer: await openPaperPc(hub, { officeCode: 'KSM01', deviceNo: 2 }), checker: await openPaperPc(hub) };
}

describe('a paper, checked on a second PC with the line down', () => {
  it('is VALID, with what it says and who made it, though this PC knows nothing of its number', async () => {
    const { printer, checker } = await twoPcs();
    expect(await checker.check(codeOf(printer))).toMatchObject({
      verdict: 'valid',
      kind: 'receipt',
      office: { code: 'KSM01' },
      deviceNo: 2,
      at: sealedAt,
      practice: false,
      isKnownHere: false,
      revokedSince: null,
      facts: expect.arrayContaining([
        { name: 'number', onPaper: 'R-NRB01-1A-000123', here: null, is: 'not-known' },
        { name: 'amountCents', onPaper: 225_000, here: null, is: 'not-known' },
      ]),
    });
  });

  it('has no code while the hub has not vouched for its PC, and gets one with the next word of the hub', async () => {
    const hub = paperHub();
    const pc = await openPaperPc(hub, { isCertified: false });
    expect(sealPaper(pc.storage.reader, receiptFacts, sealedAt)).toBeNull();
    pc.storage.transact((db) => keepCertificate(db, Buffer.from(pc.certificate(1, paperHub()), 'base64'), sealedAt));
    expect(sealPaper(pc.storage.reader, receiptFacts, sealedAt)).toBeNull();
    pc.storage.transact((db) => keepCertificate(db, Buffer.from(pc.certificate(1), 'base64'), sealedAt));
    expect((await pc.check(codeOf(pc))).verdict).toBe('valid');
  });

  it.each(['', 'R-NRB01-1A-000123', 'https://example.org/verify?n=1', 'HC1:6BFOXN', 'kaunta1:00'])(
    'is not ours where its code says %j',
    async (text) => {
      expect(await (await openPaperPc(paperHub())).check(text)).toEqual({ verdict: 'not-valid', why: 'not-ours' });
    },
  );
});

describe('a forger', () => {
  it('who changes what a paper says is found', async () => {
    const { printer, checker } = await twoPcs();
    const code = partsOf(codeOf(printer));
    const altered = writeCode({ ...code, paper: { ...code.paper, facts: { ...receiptFacts, amountCents: 25_000 } } });
    expect(await checker.check(altered)).toEqual({ verdict: 'not-valid', why: 'altered' });
  });

  it('who makes a key and a certificate is found', async () => {
    const { printer, checker } = await twoPcs();
    const own = generateKeyPairSync('ed25519').privateKey;
    const code = partsOf(codeOf(printer));
    const certificate = { ...code.certificate, publicKey: Buffer.from(rawPublicKey(own), 'base64') };
    const forged = { certificate, paper: code.paper, paperSignature: sign(null, paperText(code.paper), own) };
    for (const signature of [code.signature, sign(null, certificateText(certificate), own), new Uint8Array(64)])
      expect(await checker.check(writeCode({ ...forged, signature }))).toEqual({ verdict: 'not-valid', why: 'forged-certificate' });
  });

  it('who is a PC of the hub speaks for no other PC', async () => {
    const { printer, checker } = await twoPcs();
    const theirs = partsOf(codeOf(checker));
    const { paper } = partsOf(codeOf(printer));
    const mixed = writeCode({ ...theirs, paper, paperSignature: signedBy(printer, paperText(paper)) });
    expect(await checker.check(mixed)).toEqual({ verdict: 'not-valid', why: 'altered' });
  });

  it('gets nothing from what a device or the hub has signed for another purpose', async () => {
    const { hub, printer, checker } = await twoPcs();
    const code = partsOf(codeOf(printer));
    // The same fields without the words that say what the signature is for.
    const bare = (text: Uint8Array) =>
      encode((decode(text) as unknown[]).filter((part) => typeof part !== 'string' || !part.startsWith('kaunta ')));
    const withoutDomain = [
      { ...code, paperSignature: signedBy(printer, bare(paperText(code.paper))) },
      { ...code, signature: sign(null, bare(certificateText(code.certificate)), hub.privateKey) },
    ];
    for (const forged of withoutDomain) expect((await checker.check(writeCode(forged))).verdict).toBe('not-valid');
  });
});

describe('a paper of another hub', () => {
  it('is told apart from a forged one', async () => {
    const { printer } = await twoPcs();
    expect(await (await openPaperPc(paperHub())).check(codeOf(printer))).toEqual({ verdict: 'not-valid', why: 'other-hub' });
  });

  it('is a practice paper where it says so: worth nothing in a real office', async () => {
    const { printer, checker } = await twoPcs(true);
    expect(await (await openPaperPc(paperHub())).check(codeOf(printer))).toEqual({ verdict: 'not-valid', why: 'practice' });
    expect(await checker.check(codeOf(printer))).toMatchObject({ verdict: 'valid', practice: true });
  });
});

describe('a key that was taken back', () => {
  it.each(['revoked', 'left'] as const)(
    'makes no valid paper from then on (%s); papers of before are valid, with that note',
    async (why) => {
      const { printer, checker } = await twoPcs();
      revoke(checker, printer, { at: later, why, lastEpoch: null });
      const revokedSince = { at: later, why, reason: 'Stolen' };
      expect(await checker.check(codeOf(printer))).toMatchObject({ verdict: 'valid', revokedSince });
      for (const at of [later, instantPlusMs(later, hour)])
        expect(await checker.check(codeOf(printer, receiptFacts, at))).toMatchObject({ verdict: 'revoked', revokedSince });
    },
  );

  it('stays so when the hub, restored from an older day, tells a later time', async () => {
    const { printer, checker } = await twoPcs();
    revoke(checker, printer, { at: earlier, why: 'revoked', lastEpoch: null });
    revoke(checker, printer, { at: later, why: 'revoked', lastEpoch: null });
    expect((await checker.check(codeOf(printer))).verdict).toBe('revoked');
  });

  it('says nothing of the other PCs of its office', async () => {
    const { hub, printer, checker } = await twoPcs();
    const beside = await openPaperPc(hub, { officeCode: 'KSM01', deviceNo: 3 });
    revoke(checker, printer, { at: earlier, why: 'revoked', lastEpoch: null });
    expect(await checker.check(codeOf(beside))).toMatchObject({ verdict: 'valid', revokedSince: null });
  });
});

describe('an old key', () => {
  it('of an earlier epoch makes no valid paper after that epoch; what it made before is valid without a word', async () => {
    const { printer, checker } = await twoPcs();
    const old = codeOf(printer, receiptFacts, toInstant('2026-11-24T13:00:00.000Z'));
    revoke(checker, printer, { at: later, why: 'new-epoch', lastEpoch: 1 });
    expect((await checker.check(old)).verdict).toBe('revoked');
    expect(await checker.check(codeOf(printer))).toMatchObject({ verdict: 'valid', revokedSince: null });
  });

  it('is replaced by the certificate of the new epoch', async () => {
    const { printer, checker } = await twoPcs();
    revoke(checker, printer, { at: earlier, why: 'new-epoch', lastEpoch: 1 });
    printer.storage.transact((db) => keepCertificate(db, Buffer.from(printer.certificate(2), 'base64'), sealedAt));
    expect((await checker.check(codeOf(printer))).verdict).toBe('valid');
  });
});
