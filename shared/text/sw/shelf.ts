import type { ShelfWords } from '../en/shelf.ts';

export const shelf: ShelfWords = {
  kind: {
    'elogbook-copy': 'Nakala ya eLogbook',
    'paper-logbook': 'Logbook ya karatasi',
    plates: 'Namba za gari',
  },
  fileHeads: ['Kitu', 'Namba', 'Mmiliki', 'Namba ya hati', 'Kumbukumbu', 'Mahali', 'Kwenye rafu tangu', 'Siku'],
  handOver: {
    title: (what, plate) => `Kabidhi: ${what}, ${plate}`,
    hint: 'Angalia kitambulisho halisi cha aliye mbele yako. Mmiliki au aliyetajwa kwenye ombi hahitaji kitu kingine.',
    name: 'Jina kamili la anayechukua',
    idNumber: 'Namba ya kitambulisho chake',
    letter: 'Amekuja na barua ya idhini',
    letterHint: 'Kwa kampuni, na kwa yeyote asiye mmiliki wala kutajwa kwenye ombi. Hifadhi barua pamoja na kesi.',
    signedBy: 'Aliyetia sahihi barua',
    day: 'Tarehe ya barua',
    oldBook: 'Logbook ya zamani ipo na imepokelewa',
    method: 'Anavyotia sahihi',
    action: 'Imekabidhiwa',
    done: (plate) => `${plate} imekabidhiwa.`,
    slip: (number) => `Hati ya kuchukulia ${number}`,
    say: 'Naomba nione kitambulisho chako halisi, tafadhali.',
    sayBook: 'Naomba nione kitambulisho chako halisi na nipokee logbook ya zamani, tafadhali.',
  },
};
