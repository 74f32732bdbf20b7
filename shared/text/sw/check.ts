import type { Words } from '../text.ts';

export const check: Words['check'] = {
  title: 'Kagua karatasi',
  words:
    'Husoma msimbo ulio pembeni mwa karatasi ya Kaunta na kusema kama ofisi ya kituo kikuu hiki iliandika yaliyomo. Haihitaji mtandao.',
  field: 'Msimbo wa karatasi',
  fieldHint: 'Usome kwa skana ya mkono',
  check: 'Kagua',
  camera: 'Tumia kamera',
  stopCamera: 'Zima kamera',
  cameraPicture: 'Kamera inachoona',
  cameraHint: 'Shika msimbo mbele ya kamera, ukiwa bapa na karibu hadi ujaze theluthi ya picha.',
  cameraRefused: 'Hakuna kamera inayoruhusiwa hapa. Tumia skana ya mkono, au chagua picha ya karatasi.',
  picture: 'Chagua picha au PDF',
  reading: 'Inatafuta msimbo…',
  noCode: 'Hakuna msimbo uliopatikana kwenye faili hiyo. Piga picha kutoka juu, penye mwanga, msimbo wote ukionekana.',
  typedTitle: 'Kama msimbo hausomeki',
  typedHint: 'Kwa risiti na nakala za eLogbook zilizochapishwa kwenye kompyuta hii tu.',
  number: 'Namba ya karatasi',
  shortCode: 'Herufi 12 chini ya msimbo',
  checkTyped: 'Kagua kilichoandikwa',
  again: 'Kagua karatasi nyingine',

  kind: {
    receipt: 'Risiti',
    application: 'Ombi',
    'test-slip': 'Slipu ya mtihani wa udereva',
    'conflict-slip': 'Hati ya mgongano',
    'logbook-copy': 'Nakala ya eLogbook',
    'void-form': 'Fomu ya kubatilisha',
    'series-report': 'Ripoti ya namba za risiti',
    'sheet-report': 'Ripoti ya karatasi zenye namba',
    'collection-slip': 'Hati ya kuchukulia',
  },

  valid: 'HALALI',
  validWords: 'Ofisi ya kituo kikuu hiki iliandika haya. Linganisha kila mstari na karatasi uliyo nayo mkononi.',
  practice: 'HALALI, lakini ni karatasi ya MAZOEZI',
  practiceWords: 'Ilitengenezwa katika ofisi hii ya mazoezi na haina thamani nje yake.',
  validRevoked: (when) => `HALALI, lakini kompyuta yake iliondolewa tangu ${when}`,
  validRevokedWords:
    'Karatasi inasema ilitengenezwa kabla. Ukiwa na shaka muulize msimamizi: saa ya kompyuta iliyopotea inaweza kubadilishwa.',
  replaced: (when) => `ILIKUWA HALALI, imebadilishwa ${when}`,
  replacedWords: (cause, number) =>
    `Ofisi ya kituo kikuu hiki iliandika hii na wakati huo ilikuwa halali. ${cause}: eLogbook ${number} imechukua nafasi yake na ndiyo pekee halali sasa.`,
  replacedCause: {
    'first-registration': 'Gari lilisajiliwa',
    transfer: 'Gari lilihamishwa umiliki',
    lost: 'Kitabu kiliripotiwa kupotea',
    defaced: 'Kitabu kiliripotiwa kuharibika',
    conversion: 'Kitabu kiligeuzwa kuwa eLogbook',
  },
  newer: (number) => `ILIKUWA HALALI, sasa kuna eLogbook ${number}`,
  newerWords: (when) =>
    `Ofisi ya kituo kikuu hiki iliandika hii na wakati huo ilikuwa halali. Rekodi ya gari ya ${when} inataja logbook mpya: hiyo ndiyo pekee halali sasa.`,
  revoked: (when) => `Imetiwa sahihi na ofisi iliyofutwa tangu ${when}`,
  revokedWords: 'Karatasi ilitengenezwa baada ya hapo. Usiikubali; ishike na umwite msimamizi.',
  oldKey: (when) => `Imetiwa sahihi kwa ufunguo wa zamani, uliobadilishwa tangu ${when}`,
  oldKeyWords: 'Kompyuta ya ofisi ilikuwa na ufunguo mpya wakati huo. Usiikubali; ishike na umwite msimamizi.',
  notValid: 'SI HALALI',
  notKnown: 'Haiwezi kujulikana hapa',
  notKnownWords:
    'Hakuna karatasi ya namba hiyo iliyochapishwa kwenye kompyuta hii. Soma msimbo wake: hiyo inafaa kwa karatasi za ofisi zote.',
  reason: (words) => `Sababu iliyotolewa: ${words}`,

  why: {
    'not-ours': 'Huu si msimbo wa karatasi ya Kaunta.',
    altered: 'Msimbo umebadilishwa, umeharibika au umenakiliwa vibaya: si ule ofisi iliotia sahihi.',
    'forged-certificate': 'Msimbo ulitengenezwa kwa ufunguo ambao kituo kikuu hakikuupa ofisi yoyote.',
    'other-hub': 'Karatasi ni ya kituo kikuu kingine. Ofisi hii haiwezi kuithibitisha.',
    practice: 'Hii ni karatasi ya MAZOEZI ya mtu anayejifunza. Haina thamani yoyote.',
    'short-code-wrong': 'Herufi 12 si za namba hiyo. Angalia tena zote mbili; kisha soma msimbo.',
  },

  table: 'Karatasi inavyosema, kando ya kompyuta hii inavyojua',
  factColumn: 'Kwenye karatasi',
  onPaper: 'Msimbo unasema',
  here: 'Kompyuta hii ina',
  result: 'Matokeo',
  madeBy: (office, deviceNo) => `${office}, kompyuta ${deviceNo}`,
  madeAt: (when) => `Imetengenezwa ${when}`,
  fact: {
    number: 'Namba',
    plate: 'Namba ya gari',
    name: 'Jina',
    amountCents: 'Kiasi',
    day: 'Siku',
    standing: 'Hali ilipochapishwa',
    copy: 'Nakala au chapisho la',
    sheet: 'Namba ya karatasi ya ofisi',
  },
  is: {
    same: 'Sawa',
    newer: 'Imebadilika tangu hapo',
    differs: 'TOFAUTI',
    'not-known': 'Haijulikani hapa',
  },
  differs: 'Kumbukumbu za kompyuta hii zinasema tofauti na msimbo. Mwite msimamizi kabla ya kuikubali karatasi.',
  notHere:
    'Kompyuta hii haina kumbukumbu ya namba hiyo: ilitengenezwa katika ofisi nyingine au kompyuta nyingine. Sahihi pekee ndiyo inayoithibitisha.',
  heardAt: (when) => `Kompyuta zilizoondolewa zinajulikana hapa hadi ${when}.`,
  neverHeard: 'Kompyuta hii bado haijasikia ni kompyuta zipi zilizoondolewa.',
  logbookNote:
    'Kitabu cha gari cha karatasi hakina msimbo kama huu. Hapa hakuna anayeweza kusema ni cha kweli, ila tu kama kinalingana na kumbukumbu.',

  say: {
    valid: 'Karatasi hii ni yetu, na hakuna kilichobadilishwa.',
    doubt: 'Lazima nimwonyeshe msimamizi wangu karatasi hii kabla ya kuendelea.',
    replaced: 'Logbook hii ilikuwa halali zamani, lakini mpya imechukua nafasi yake. Naomba ile mpya.',
    notValid: 'Siwezi kuikubali karatasi hii. Naomba kuiona asili yake.',
    notKnown: 'Nahitaji kusoma msimbo wa karatasi hii.',
  },
};
