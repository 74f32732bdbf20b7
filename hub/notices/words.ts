import { displayPlate } from '#shared/domain/plate.ts';
import type { ShelfItemKind } from '#shared/domain/shelf.ts';

export interface ShelfNotice {
  readonly itemKind: ShelfItemKind;
  readonly plate: string;
  /** Where it waits. */
  readonly office: string;
  /** Of the owners; empty where nobody knows. */
  readonly name: string;
  readonly locale: 'en' | 'sw';
}

/** One text message holds so many signs of the GSM alphabet; with any other sign it holds 70. */
const maxSigns = 160;
/** The signs of GSM 03.38 that a name, a plate or an office may have; those of its extension count twice and are left out. */
const gsmSigns = /^[\w @£$¥èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüà!"#%&'()*+,./:;<=>?¡¿§-]*$/u;

type Sentence = (plate: string, office: string) => string;

const ready: Readonly<Record<ShelfNotice['locale'], Readonly<Record<ShelfItemKind, Sentence>>>> = {
  en: {
    'elogbook-copy': (plate, office) => `The logbook of ${plate} is ready at ${office}. Bring your ID and the old logbook if you have one.`,
    'paper-logbook': (plate, office) => `The paper logbook of ${plate} is ready at ${office}. Bring your ID.`,
    plates: (plate, office) => `The plates of ${plate} are ready at ${office}. Bring your ID and the old plates if you have them.`,
  },
  sw: {
    'elogbook-copy': (plate, office) =>
      `Kitabu cha gari ${plate} kiko tayari ${office}. Njoo na kitambulisho, na kitabu cha zamani kama unacho.`,
    'paper-logbook': (plate, office) => `Kitabu cha karatasi cha gari ${plate} kiko tayari ${office}. Njoo na kitambulisho.`,
    plates: (plate, office) => `Namba za gari ${plate} ziko tayari ${office}. Njoo na kitambulisho, na namba za zamani kama unazo.`,
  },
};

const still = { en: 'Still waiting', sw: 'Bado inakusubiri' } as const;

/** What is ready, where, and what to bring. The owner is named where that fits into one message. */
export function readyText({ itemKind, plate, office, name, locale }: ShelfNotice): string {
  return begun(name, ready[locale][itemKind](displayPlate(plate), plain(office)));
}

/** The same, a month later. */
export function reminderText(notice: ShelfNotice): string {
  return begun(still[notice.locale], readyText({ ...notice, name: '' }));
}

export function codeText({ code, locale }: { readonly code: string; readonly locale: 'en' | 'sw' }): string {
  return locale === 'en'
    ? `${code} is your code for the vehicle registry's counter, valid for 10 minutes. Tell it to the clerk you stand before and to nobody else.`
    : `${code} ni namba yako ya siri ya kaunta ya usajili wa magari, kwa dakika 10. Mwambie karani aliye mbele yako tu.`;
}

function begun(beginning: string, sentence: string): string {
  const text = `${plain(beginning)}: ${sentence}`;
  return beginning.trim() !== '' && text.length <= maxSigns && gsmSigns.test(text) ? text : sentence;
}

/** Names come with marks and quotes that the alphabet lacks. */
function plain(text: string): string {
  return text
    .trim()
    .replaceAll(/[’‘ʼ`]/gu, "'")
    .replaceAll(/[–—]/gu, '-')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}
