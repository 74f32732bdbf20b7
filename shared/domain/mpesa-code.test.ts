import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toDay } from '../base/instant.ts';
import { checkMpesaCode, normaliseMpesaCode } from './mpesa-code.ts';

const today = toDay('2026-11-22');

function read(text: string, day = today) {
  const decision = checkMpesaCode(text, day);
  return decision.ok ? decision.value : decision.problem;
}

function codeOf(day: string): string {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const letter = (index: number) => String.fromCharCode('A'.charCodeAt(0) + index);
  return `${letter((year - 1980) % 26)}${letter(month - 1)}${dayOfMonth < 10 ? dayOfMonth : letter(dayOfMonth - 10)}4T7H2Q9`;
}

describe('M-Pesa codes', () => {
  it('UKM is 22 November 2026, and RIP was 25 September 2023', () => {
    expect(read('ukm 4t7h2q9')).toEqual({ code: 'UKM4T7H2Q9', day: '2026-11-22', warnings: [] });
    expect(read('RIP4T7H2Q9', toDay('2023-09-25'))).toEqual({ code: 'RIP4T7H2Q9', day: '2023-09-25', warnings: [] });
  });

  it('a code of tomorrow or of two months ago is asked about, not refused', () => {
    expect(read('UKN4T7H2Q9')).toMatchObject({ warnings: [{ code: 'mpesa-code.date-future', facts: { day: '2026-11-23' } }] });
    expect(read('UIM4T7H2Q9')).toMatchObject({
      warnings: [{ code: 'mpesa-code.date-old', facts: { day: '2026-09-22', ageDays: 61, limitDays: 30 } }],
    });
    expect(read('UJN4T7H2Q9')).toMatchObject({ day: '2026-10-23', warnings: [] });
  });

  it.each(['UBU4T7H2Q9', 'UKW4T7H2Q9', 'UMM4T7H2Q9', '1KM4T7H2Q9', 'UK04T7H2Q9'])('%s bears no date, which is asked about', (code) => {
    expect(read(code)).toEqual({ code, day: undefined, warnings: [{ code: 'mpesa-code.date-unreadable', facts: {} }] });
  });

  it('nine or eleven characters and a stray sign are refused', () => {
    expect(read('UKM4T7H2Q')).toEqual({ code: 'mpesa-code.length', facts: { length: 9, expectedLength: 10 } });
    expect(read('UKM4T7H2Q99')).toEqual({ code: 'mpesa-code.length', facts: { length: 11, expectedLength: 10 } });
    expect(read('UKM4T7H2Q*')).toEqual({ code: 'mpesa-code.character', facts: { character: '*', position: 10 } });
  });

  it('every day of the last 24 years and of next year is read back from its code', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 24 }), (back) => {
        const day = addDays(toDay('2027-12-31'), -back);
        expect(read(codeOf(day))).toMatchObject({ day });
      }),
    );
  });

  it('normalising twice is normalising once', () => {
    fc.assert(fc.property(fc.string(), (text) => normaliseMpesaCode(normaliseMpesaCode(text)) === normaliseMpesaCode(text)));
  });
});
