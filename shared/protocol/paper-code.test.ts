import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay, toInstant } from '../base/instant.ts';
import { signedName, signedPlate, type PaperFacts } from '../domain/paper-code.ts';
import { certificateText, mostCodeBytes, paperText, readCode, writeCode, type DeviceCertificate, type PaperCode } from './paper-code.ts';
import { fromBase45 } from './base45.ts';

const hub = generateKeyPairSync('ed25519');
const device = generateKeyPairSync('ed25519');

/** The longest that each fact can be: a foreign name of long words, the last number of a long series, the dearest paper. */
const longest: PaperFacts = {
  kind: 'logbook-copy',
  number: 'T-NRB01-123AB-999999',
  plate: signedPlate('KMGA 001AA'),
  name: signedName('Mwangangianyambura-Wanjikũ Ĩ Ũ Ĩ Ũ Ĩ Ũ'),
  amountCents: 100_000_000_00,
  day: toDay('2099-12-31'),
  standing: 'provisional',
  copy: 1_000,
  sheet: 'LB-NRB01-99999999',
};

const certificate: DeviceCertificate = {
  hubMark: Uint8Array.from([1, 2, 3, 4]),
  officeCode: 'NRB01',
  deviceNo: 1_000,
  epoch: 1_000,
  publicKey: Buffer.from(device.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'),
  from: toInstant('2099-12-31T23:59:59.000Z'),
  practice: true,
};

function sealed(facts: PaperFacts): PaperCode {
  const paper = { facts, at: toInstant('2099-12-31T23:59:59.000Z') };
  return {
    certificate,
    signature: sign(null, certificateText(certificate), hub.privateKey),
    paper,
    paperSignature: sign(null, paperText(paper), device.privateKey),
  };
}

describe('the code of a paper', () => {
  it('takes at most 300 bytes with the longest facts', () => {
    const bytes = fromBase45(writeCode(sealed(longest)).slice('KAUNTA1:'.length));
    expect(bytes?.length).toBeLessThanOrEqual(mostCodeBytes);
  });

  it('is read back as it was written', () => {
    const code = sealed(longest);
    const read = readCode(writeCode(code));
    expect(read?.paper).toEqual(code.paper);
    expect(read?.certificate.officeCode).toBe('NRB01');
    expect(Buffer.from(read?.paperSignature ?? []).equals(code.paperSignature)).toBe(true);
  });

  it('uses no character but those that a QR code packs two to eleven bits', () => {
    expect(writeCode(sealed(longest))).toMatch(/^[0-9A-Z $%*+\-./:]+$/u);
  });

  it('is refused with anything before or behind it, or in small letters', () => {
    const text = writeCode(sealed(longest));
    for (const other of [` ${text}`, `${text} `, `${text}0`, `${text}00`, text.slice(0, -1), text.toLowerCase(), text.replace('1:', '2:')])
      expect(readCode(other)).toBeUndefined();
  });

  it('never throws, whatever is scanned', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `KAUNTA1:${text.toUpperCase()}`),
        ),
        (text) => readCode(text) === undefined,
      ),
    );
  });

  it('signs a certificate and a paper with texts that never pass for each other', () => {
    const [one, other] = [certificateText(certificate), paperText(sealed(longest).paper)].map((text) =>
      Buffer.from(text).toString('latin1'),
    );
    expect(one).toContain('kaunta device certificate 1');
    expect(other).toContain('kaunta paper 1');
  });
});

describe('a name in a code', () => {
  it.each([
    ['Kamau Njoroge Waweru', 'KAMAU N. W.'],
    ['  achieng ', 'ACHIENG'],
    ['Boda Riders Sacco Society Limited Kisumu', 'BODA R. S. S. L.'],
    ['Ũrũkũ Ĩ', 'ŨRŨKŨ Ĩ.'],
    ['阿'.repeat(20), '阿'.repeat(10)],
  ])('keeps of %s the first name and initials: %s', (name, kept) => {
    expect(signedName(name)).toBe(kept);
  });
});
