import type { testDayRefusals as en } from '../en/test-day-refusals.ts';
import type { RefusalFacts } from '../../domain/refusal.ts';

export const testDayRefusals: Readonly<Record<keyof typeof en, (facts: RefusalFacts) => string>> = {
  'test.code-not-valid': () =>
    'Msimbo wa karatasi hii si neno la ofisi ya kituo kikuu hiki: umebadilishwa, au PC yake iliondolewa. Bakiza karatasi na mtafute mtahiniwa kwa kitambulisho.',
  'test.code-not-slip': () => 'Huu ni msimbo wa karatasi nyingine. Soma karatasi ya mtihani wa udereva.',
  'test.not-listed': (facts) =>
    `Hakuna mwenye ${facts['code'] ?? 'namba hii'} aliyewekewa nafasi kwenye mtihani huu. Angalia namba; karatasi inayosema NOT A BOOKING si nafasi.`,
  'test.other-sitting': (facts) =>
    `${facts['name'] ?? 'Mtahiniwa huyu'} amewekewa nafasi kwingine: ${facts['centre'] ?? ''}, ${facts['day'] ?? ''}, ${facts['startsAt'] ?? ''}, nafasi ${facts['seat'] ?? ''}.`,
  'test.checked-in': (facts) => `${facts['name'] ?? 'Mtahiniwa huyu'} amekwisha pokelewa.`,
  'test.not-checked-in': (facts) => `${facts['name'] ?? 'Mtahiniwa huyu'} hajapokelewa. Mpokee kwanza, kisha andika alama.`,
  'test.not-our-centre': (facts) =>
    `${facts['office'] ?? 'Ofisi inayosimamia kituo hiki'} peke yake hupokea watahiniwa na kutoa matokeo hapa.`,
  'test.not-today': (facts) => `Mtihani huu ni siku ya ${facts['day'] ?? 'nyingine'}. Kupokea na matokeo ni kwa siku yake.`,
  'test.booking-ended': (facts) => `Nafasi ${facts['number'] ?? ''} ilifutwa au kuhamishwa. Mtahiniwa anahitaji nafasi iliyo halali.`,
  'test.taken': () => 'Mtahiniwa amekwisha fika kwenye mtihani huu, au ana matokeo yake. Hauwezi kufutwa tena.',
  'test.has-result': (facts) => `${facts['name'] ?? 'Mtahiniwa huyu'} ana matokeo tayari. Yasahihishe kama yana makosa.`,
  'test.no-result': (facts) => `${facts['name'] ?? 'Mtahiniwa huyu'} bado hana matokeo ya kusahihishwa.`,
  'test.own-work': () => 'Wewe ndiye uliyetoa nafasi hii, kwa hiyo matokeo yatatolewa na mwingine.',
  'test.outcome-differs': () =>
    'Kwa kanuni za kituo kikuu za siku hiyo, alama hizi zinatoa matokeo mengine. Bakiza karatasi, na umwombe msimamizi wa ofisi alinganishe kanuni.',
  'test.marks-missing': () => 'Alama za sehemu moja hazipo, ingawa zote za kabla yake amefaulu.',
  'test.marks-range': (facts) => `Alama za sehemu hii ni namba kamili kuanzia 0 hadi ${facts['full'] ?? ''}.`,
  'test.marks-after-gap': () => 'Sehemu iliyo kabla ya iliyofanywa haina alama.',
  'test.stage-unknown': () => 'Kanuni za mtihani huu hazina sehemu hiyo. Fungua orodha tena.',
};
