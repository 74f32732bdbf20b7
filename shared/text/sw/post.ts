import type { PostWords } from '../en/post.ts';

const acts = (count: number) => (count === 1 ? 'tendo 1' : `matendo ${count}`);
const scans = (count: number) => (count === 1 ? 'skani 1' : `skani ${count}`);

const load = (actCount: number, scanCount: number) => {
  const parts = [...(actCount > 0 ? [acts(actCount)] : []), ...(scanCount > 0 ? [scans(scanCount)] : [])];
  return parts.join(' na ');
};

export const post: PostWords = {
  open: 'Posta ya mkono',
  title: 'Posta ya mkono',
  words: 'Mtandao ukikosekana muda mrefu, yanayosubiri huenda kituo kikuu kwa kijiti cha USB, na jibu hurudi nacho.',
  back: 'Rudi kwenye foleni',
  step: (number, title) => `${number}. ${title}`,

  write: {
    title: 'Hapa: andika barua',
    words: 'Huweka yote yanayosubiri katika faili moja iliyofungwa. Ihifadhi kwenye kijiti. Hakuna kinachotoka kwenye foleni kwa hilo.',
    action: 'Andika barua',
    waiting: (actCount, scanCount) => `Yanayosubiri sasa: ${load(actCount, scanCount)}.`,
    nothingWaits: 'Hakuna kinachosubiri kituo kikuu sasa.',
    needsRole: 'Barua huandikwa na msimamizi au admini.',
    done: (actCount, scanCount) =>
      `Barua imeandikwa: ${load(actCount, scanCount) || 'yanayohusu PC hii tu'}. Peleka faili yake kwenye ofisi yenye mtandao, au makao makuu.`,
  },
  carry: {
    title: 'Ofisi yenye mtandao: ipeleke',
    words:
      'Chagua barua ya ofisi nyingine kwenye kijiti. Inaenda kituo kikuu kwa mtandao wa ofisi hii, nawe unahifadhi jibu kwenye kijiti.',
    sealed: 'Hapa hakuna anayeweza kusoma barua wala jibu.',
    action: 'Peleka barua',
    done: (office, deviceNo) =>
      `Kituo kikuu kimepokea barua ya ${office}, PC ${deviceNo}. Jibu lake limehifadhiwa: rudisha faili hiyo ${office}.`,
  },
  read: {
    title: 'Tena hapa: soma jibu',
    words: 'Chagua jibu la kituo kikuu kwenye kijiti. Yaliyojibiwa hutoka kwenye foleni, kana kwamba yamekuja kwa mtandao.',
    sealed: 'PC iliyoandika barua tu ndiyo inayolisoma.',
    action: 'Soma jibu',
    needsRole: 'Jibu husomwa na msimamizi au admini.',
    done: 'Jibu limesomwa',
    answered: (count) => (count === 0 ? 'Kituo kikuu hakikujibu tendo lolote.' : `Kituo kikuu kimejibu ${acts(count)}.`),
    refused: (count) => `Kimekataa ${count}: fungua kesi kwenye foleni na urekebishe kilichotajwa.`,
    conflicts: (count) => `Kuna migongano ${count}: fungua kesi kwenye foleni na uchague njia ya kuendelea.`,
    scans: (count) => `Kituo kikuu sasa kina ${scans(count)}.`,
    changes: (count) => `Habari ${count} kutoka kituo kikuu ${count === 1 ? 'imesomwa' : 'zimesomwa'}.`,
    stopped: (reason) => `Kituo kikuu kilisimama kabla ya mwisho. ${reason} Ambayo hayakujibiwa bado yanasubiri hapa.`,
  },

  chooser: 'Chagua faili ya barua',
  saveAgain: 'Hifadhi faili tena',

  table: 'Barua za PC hii',
  writtenAt: 'Iliandikwa',
  contents: 'Inabeba nini',
  load,
  ownOnly: 'Yanayohusu PC hii tu',
  size: 'Ukubwa',
  state: 'Jibu',
  answered: 'Imejibiwa',
  notAnswered: 'Haijajibiwa bado',
  answeredAt: (when) => `lilisomwa ${when}`,
  file: 'Faili',
  emptyTitle: 'Hakuna barua iliyoandikwa bado',
  emptyWords: 'Kila barua ya PC hii itaonekana hapa hadi jibu lake lisomwe.',
};
