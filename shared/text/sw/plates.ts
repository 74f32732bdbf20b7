import type { PlatePackWords } from '../en/plates.ts';

const plates = (count: number) => (count === 1 ? 'bamba 1' : `mabamba ${count}`);

export const platePacks: PlatePackWords = {
  tab: 'Mabamba',
  hint: 'Mabamba huja kwa pakiti, kila moja likiwa na namba yake ya pekee. Namba ya pekee hupewa pikipiki moja, mara moja.',
  emptyTitle: 'Hakuna pakiti ya mabamba iliyopokelewa',
  empty:
    'Hadi pakiti ya kwanza ipokelewe, mabamba huwekwa rafuni bila namba zake za pekee. Baada ya hapo kila moja huwekwa pamoja na yake.',
  left: (count) => (count === 1 ? 'Limebaki bamba 1' : `Yamebaki mabamba ${count}`),
  next: (serial) => `Linalofuata: ${serial}`,
  noneLeft: 'Hakuna lililobaki: pokea pakiti mpya.',
  receive: 'Pokea pakiti',
  receiveTitle: 'Pokea pakiti ya mabamba',
  receiveHint: 'Changanua au andika namba ya kwanza na ya mwisho ya pakiti. Hesabu mabamba kabla ya hapo.',
  received: (count) => `Imepokewa: ${plates(count)}.`,
  count: plates,
  giveBack: 'Rudisha mabamba',
  giveBackTitle: 'Rudisha mabamba',
  giveBackHint: 'Yaliyoharibika, au yasiyohitajika hapa. Ni yale tu ambayo hayajapewa mtu; yote yanarudishwa, au hakuna.',
  givenBack: (count) => `Imerudishwa: ${plates(count)}.`,
  from: 'Namba ya kwanza',
  to: 'Namba ya mwisho',
  elsewhereTitle: (from, to) => `Mabamba ${from} hadi ${to} yako na PC nyingine`,
  elsewhere: (holder, left) =>
    `Kituo kikuu kinasema ${holder} iliyapokea kwanza. Usitoe hata moja na uwaambie makao makuu. ${left} kati yake yako akibani hapa; msimamizi anayaondoa.`,
  takenOut: (count) => `Imeondolewa akibani: ${plates(count)}.`,
  put: {
    action: 'Mabamba yamefika',
    title: (count) => (count === 1 ? 'Bamba la pikipiki 1 limefika' : `Mabamba ya pikipiki ${count} yamefika`),
    hint: 'Kwa mpangilio wa namba za usajili. Andika au changanua namba ya pekee ya kwanza: nyingine zinafuata; soma kila moja kwenye bamba lake, na urekebishe inayotofautiana.',
    plain: 'Yanawekwa rafuni kwa wenyewe, ambao huarifiwa pale simu inapojulikana.',
    serial: (plate) => `Namba ya pekee ya ${plate}`,
    serialMissing: 'Isome kwenye bamba.',
    submit: 'Weka rafuni',
    done: (count, place) => `${plates(count)} mahali ${place}.`,
  },
  handOver: 'Kabidhi',
  notHere: (plate) => `Bamba ${plate} halipo kwenye rafu ya PC hii. Liliwekwa kwenye PC au ofisi nyingine: hukabidhiwa huko.`,
};
