import type { PaperCollectionWords } from '../en/paper-collection.ts';

export const paperCollection: PaperCollectionWords = {
  title: 'Hati ya kuchukulia',
  word: 'IMEKABIDHIWA',
  sentence: 'Aliyetajwa hapa chini ameichukua na kuitia sahihi.',
  oldBook: 'Logbook ya zamani imerudishwa na inabaki katika ofisi hii.',
  what: 'Kilichochukuliwa',
  who: 'Aliyechukua',
  item: 'Kitu',
  itemNumber: 'Namba yake',
  collector: 'Imechukuliwa na',
  as: 'Kama',
  letter: 'Barua',
  at: 'Lini',
  signedBy: (name, day) => `imetiwa sahihi na ${name}, ${day}`,
  scanned: 'skani yake imehifadhiwa',
  collectorSign: 'Aliyechukua',
  clerkSign: 'Karani',
  onScreen: 'ametia sahihi kwenye skrini',
  kind: {
    'elogbook-copy': 'Nakala ya eLogbook',
    'paper-logbook': 'Logbook ya karatasi',
    plates: 'Namba za gari',
  },
  role: {
    owner: 'mmiliki',
    named: 'aliyetajwa kwenye ombi',
    letter: 'aliyeidhinishwa kwa barua',
  },
};
