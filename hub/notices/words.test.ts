import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shelfItemKinds } from '#shared/domain/shelf.ts';
import { codeText, readyText, reminderText } from './words.ts';

const path = new URL('../../resources/reference/offices.json', import.meta.url);
const { offices } = JSON.parse(readFileSync(path, 'utf8')) as { offices: readonly { name: string }[] };
const notice = { itemKind: 'elogbook-copy', plate: 'KMGA001A', office: 'Kisumu Huduma', name: 'AKINYI OTIENO', locale: 'en' } as const;

describe('what an owner is told', () => {
  it('is what is ready, where, and what to bring', () => {
    expect(readyText(notice)).toBe(
      'AKINYI OTIENO: The logbook of KMGA 001A is ready at Kisumu Huduma. Bring your ID and the old logbook if you have one.',
    );
    expect(readyText({ ...notice, itemKind: 'plates', locale: 'sw' })).toBe(
      'AKINYI OTIENO: Namba za gari KMGA 001A ziko tayari Kisumu Huduma. Njoo na kitambulisho, na namba za zamani kama unazo.',
    );
    expect(reminderText(notice)).toMatch(/^Still waiting: The logbook/u);
  });

  it('fits into one message at every office, in both languages, however long the name', () => {
    for (const { name: office } of offices)
      for (const locale of ['en', 'sw'] as const)
        for (const itemKind of shelfItemKinds)
          for (const name of ['AKINYI OTIENO', 'A'.repeat(200), '']) {
            const facts = { ...notice, locale, itemKind, office, name };
            for (const text of [readyText(facts), reminderText(facts)]) expect([text, text.length <= 160]).toEqual([text, true]);
          }
    for (const locale of ['en', 'sw'] as const) expect(codeText({ code: '123456', locale }).length).toBeLessThanOrEqual(160);
  });

  it('names nobody whose signs would make it two messages', () => {
    expect(readyText({ ...notice, name: 'Ng’ang’a Kariũki' })).toMatch(/^Ng'ang'a Kariuki: /u);
    expect(readyText({ ...notice, name: '王秀英' })).toMatch(/^The logbook/u);
  });
});
