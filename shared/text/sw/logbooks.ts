import type { LogbooksWords } from '../en/logbooks.ts';

export const logbooks: LogbooksWords = {
  title: 'Logbook',
  hint: 'Zimeidhinishwa na kituo kikuu, zinachukuliwa ofisini hapa.',
  find: 'Namba ya gari, logbook, ombi au mmiliki',
  empty: 'Logbook zilizoidhinishwa kwa ofisi hii zinakuwa hapa, tayari kuchapishwa.',
  nothingFound: (text) => `Hakuna logbook inayofanana na “${text}”.`,
  column: {
    plate: 'Namba ya gari',
    number: 'eLogbook',
    owner: 'Mmiliki',
    approved: 'Iliidhinishwa',
    office: 'Inachukuliwa',
    copies: 'Nakala',
    state: 'Hali',
  },
  copies: (count) => (count === 0 ? 'haijachapishwa' : count === 1 ? 'nakala 1' : `nakala ${count}`),
  preview: 'Tazama kwanza',
  copy: 'Chapisha nakala',
  handOver: 'Kabidhi',
  openCase: 'Fungua ombi lake',
  copyTitle: (plate) => `Chapisha nakala ya logbook ya ${plate}`,
  copyHint: (count) =>
    count === 0 ? 'Hii ni nakala ya kwanza. Inahesabiwa.' : `Ilichapishwa mara ${count} kabla. Kila nakala inahesabiwa.`,
  copyAction: 'Hesabu na uchapishe',
  handOverTitle: (plate) => `Kabidhi nakala ya ${plate}`,
  handOverHint: 'Angalia kitambulisho halisi na upokee logbook ya zamani. Baada ya hapa ombi limekamilika.',
  collectorId: 'Namba ya kitambulisho cha aliye mbele yako',
  collectorHint: 'Mmiliki, au mchukuaji aliyetajwa kwenye ombi.',
  handOverAction: 'Imekabidhiwa',
  handedOver: (plate) => `${plate} imekabidhiwa. Ombi limekamilika.`,
  say: 'Naomba kuona kitambulisho chako na logbook ya zamani, tafadhali.',
};
