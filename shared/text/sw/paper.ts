import type { PaperWords } from '../en/paper.ts';
import { money } from './money.ts';
import { paperBatch } from './paper-batch.ts';
import { paperCashUp } from './paper-cash-up.ts';
import { paperCollection } from './paper-collection.ts';
import { paperShelf } from './paper-shelf.ts';
import { paperTradeRegister } from './paper-trade-register.ts';
import { paperOffice } from './paper-office.ts';
import { paperRecord } from './paper-record.ts';
import { paperResults } from './paper-results.ts';
import { paperTests } from './paper-tests.ts';
import { states } from './states.ts';

/** The same words in Swahili. NOT VALID and PRACTICE keep their English beside them: a stranger must understand those too. */
export const paper: PaperWords = {
  language: 'sw',

  weekday: {
    sunday: 'Jumapili',
    monday: 'Jumatatu',
    tuesday: 'Jumanne',
    wednesday: 'Jumatano',
    thursday: 'Alhamisi',
    friday: 'Ijumaa',
    saturday: 'Jumamosi',
  },
  months: ['Jan', 'Feb', 'Mac', 'Apr', 'Mei', 'Jun', 'Jul', 'Ago', 'Sep', 'Okt', 'Nov', 'Des'],

  schedule: (name, day) => `${name}, tangu ${day}`,

  title: {
    receipt: 'Risiti',
    application: 'Ombi',
    logbookCopy: 'Nakala ya eLogbook',
    conflictSlip: 'Karatasi ya mgongano',
    testPage: 'Ukurasa wa majaribio',
  },

  mark: {
    practice: 'MAZOEZI · PRACTICE',
    practiceSentence: 'Imetolewa katika ofisi ya mazoezi. Haina thamani yoyote.',
    notValid: 'SI HALALI · NOT VALID',
    notValidSentence: 'Hii ni ya kusoma kwenye skrini tu. Si nakala ya logbook na haipaswi kupewa mtu.',
    void: 'IMEBATILISHWA',
    voidSentence: (when, reason) => `Imebatilishwa ${when}. Sababu: ${reason}`,
    reprint: (count) => `IMECHAPWA TENA ${count}`,
    reprintSentence: (reason) => `Imechapwa tena. Sababu: ${reason}`,
  },

  standing: states.standing,

  receiptSentence: {
    open: 'Ombi hili bado halijatumwa.',
    provisional:
      'Ofisi hii imepokea pesa na inalo ombi. Kituo kikuu bado hakijalithibitisha. Tunza risiti hii: ndiyo ushahidi wa ulicholipa.',
    confirmed: 'Ombi hili limethibitishwa. Hakuna jibu jingine linalosubiriwa.',
    ended: 'Ombi hili limefungwa. Risiti bado ni ushahidi wa kilicholipwa.',
  },

  testPage: {
    lookFor: 'Angalia',
    frame: (edgeMm: number) => `Fremu nyembamba ${edgeMm} mm kutoka kingo zote nne za karatasi, bila upande kukosekana.`,
    ruler: 'Rula yenye urefu wa 100 mm. Kama sivyo, printa inabadilisha ukubwa wa kurasa: iweke kwenye 100 %.',
    letters: 'Herufi kamili na zilizokolea, hata ndogo kabisa na zenye alama.',
    code: 'Msimbo wa mraba ambao simu au skana inausoma.',
    sizes: 'Herufi',
    rollWidth: 'Hakuna kilichokatwa kushoto wala kulia.',
  },

  mayTitle: 'Kwa karatasi hii unaweza',
  may: ['kuonyesha kwamba umetuma ombi na kiasi ulicholipa', 'kuuliza ofisi yoyote ombi limefikia wapi, kwa kutaja namba yake'],
  mayNotTitle: 'Huwezi',
  mayNotUseAfter: (day) => `kutumia gari baada ya ${day} kama mmiliki mpya hajasajiliwa kufikia siku hiyo`,

  section: {
    vehicle: 'Gari',
    parties: 'Wahusika',
    owners: 'Wamiliki, kwa mpangilio wa rekodi',
    fees: 'Ada',
    payment: 'Malipo',
    attached: 'Hati zilizoambatishwa',
    timeline: 'Yaliyofanyika',
    clocks: 'Siku zilizowekwa na sheria',
    record: 'Rekodi',
    notes: 'Madai, mazuio na masharti',
    verify: 'Hakiki nakala hii',
  },

  label: {
    receiptNumber: 'Namba ya risiti',
    reference: 'Namba ya ombi',
    ownership: 'Umiliki',
    state: 'Hali',
    plateClass: 'Aina ya namba',
    vehicle: 'Gari',
    payer: 'Aliyelipa',
    clerk: 'Aliyehudumu',
    office: 'Ofisi',
    takenAt: 'Muda wa malipo',
    total: 'Jumla',
    schedule: 'Jedwali',
    item: 'Maelezo',
    method: 'Njia ya malipo',
    code: 'Msimbo wa malipo',
    role: 'Nafasi',
    name: 'Jina',
    idNumber: 'Kitambulisho',
    pin: 'KRA PIN',
    confirmation: 'Uthibitisho wake',
    fact: 'Taarifa',
    value: 'Kama ilivyotajwa',
    source: 'Chanzo',
    paper: 'Hati',
    pages: 'Kurasa',
    fingerprint: 'Alama ya faili',
    dueDay: 'Mwisho',
    collection: 'Pa kuchukulia',
    issued: 'Ilitolewa',
    previousOwners: 'Wamiliki wa awali',
    verifyNumber: 'Namba ya kuhakiki',
    order: 'Na.',
    copy: 'Nakala ya',
  },

  method: { mpesa: 'M-Pesa', card: 'Kadi', 'bank-slip': 'Hati ya benki', cash: 'Pesa taslimu' },
  paymentState: {
    'to-match': 'HAIJALINGANISHWA',
    matched: 'IMELINGANA',
    'not-found': 'HAIJAPATIKANA',
    'wrong-amount': 'KIASI SI SAHIHI',
  },
  paymentSentence: {
    'to-match': 'Msimbo uliandikwa kaunta. Kituo kikuu kitaulinganisha na pesa.',
    matched: 'Pesa zimepatikana na kulinganishwa.',
    'not-found': 'Kituo kikuu hakikupata pesa kwa msimbo huu. Tafadhali uliza kaunta.',
    'wrong-amount': 'Kituo kikuu kimepata kiasi tofauti kwa msimbo huu. Tafadhali uliza kaunta.',
  },

  adjusted: money.adjusted,

  conflict: {
    word: 'HAIJATHIBITISHWA · NOT CONFIRMED',
    sentence: 'Ombi hili lilipofika, rejista tayari ilikuwa na ombi lingine, na yote mawili hayawezi kusimama. Hili halikutekelezwa.',
    keep: 'Tunza karatasi hii pamoja na risiti yako. Risiti bado inathibitisha ulicholipa.',
    mine: 'Ombi lako katika ofisi hii',
    other: 'Tendo lililotangulia',
    holds: 'Ulicho nacho',
    sentAt: 'Lilitumwa',
    firstAt: 'Lilitangulia',
    noReceipt: 'hakuna kilicholipwa',
    mayTitle: 'Unachoweza kufanya sasa',
    may: [
      'Ukubali tendo la kwanza: ofisi hii inafuta ombi, nawe unaomba kurudishiwa pesa kwa karatasi hii na risiti.',
      'Upinge tendo la kwanza: peleka karatasi hii, hati zako halisi (za gari, logbook yake) na kitambulisho chako kwa msajili, naye ataamua.',
      'Usubiri: tendo la kwanza likikataliwa au kufutwa, ofisi hii inatuma ombi lako tena bila ada ya pili.',
    ],
  },

  role: {
    seller: 'Muuzaji',
    buyer: 'Mmiliki mpya',
    'second-owner': 'Mmiliki wa pili',
    financier: 'Mfadhili',
    mission: 'Ubalozi',
    company: 'Kampuni',
    owner: 'Mmiliki',
    driver: 'Mwanafunzi',
    dealer: 'Muuzaji',
    school: 'Shule ya udereva',
  },
  ownerRole: { owner: 'Mmiliki', 'joint-owner': 'Mmiliki mwenza', financier: 'Mfadhili' },
  ownership: {
    individual: 'Mtu binafsi',
    joint: 'Wa pamoja',
    financier: 'Pamoja na mfadhili',
    mission: 'Ubalozi',
    company: 'Kampuni',
  },
  confirmedBy: {
    code: (when) => `msimbo wa mara moja, ${when}`,
    signature: (when) => `sahihi, ${when}`,
    'typed-name': (when) => `jina lililoandikwa mbele ya karani, ${when}`,
    'by-list': (when) => `kwa orodha ya shule yake ya udereva, ${when}`,
  },
  notConfirmed: 'bado hajathibitisha',

  source: {
    registry: (when) => `rejista, kufikia ${when}`,
    paper: 'kama hati ilivyoonyesha',
  },

  field: {
    chassis: 'Chasisi au fremu',
    engineNumber: 'Namba ya injini',
    make: 'Muundo',
    model: 'Modeli',
    vehicleType: 'Aina',
    body: 'Bodi',
    colour: 'Rangi',
    fuel: 'Mafuta',
    yearOfManufacture: 'Mwaka lilipotengenezwa',
    ratingCc: 'Ukubwa wa injini (cc)',
    registeredOn: 'Lilisajiliwa',
    grossWeightKg: 'Uzito wote (kg)',
    tareWeightKg: 'Uzito mtupu (kg)',
    loadCapacityKg: 'Mzigo (kg)',
    passengers: 'Abiria',
    axles: 'Ekseli',
    taxClass: 'Daraja la kodi',
    duty: 'Ushuru',
    customsEntry: 'Hati ya forodha',
    previousCountry: 'Lilisajiliwa awali',
  },

  note: {
    charge: (by, since) => `Deni la ${by}, tangu ${since}`,
    caveat: (by, since) => `Zuio la ${by}, tangu ${since}`,
    stolen: (by, since) => `Limeripotiwa kuibwa na ${by}, tangu ${since}`,
    none: 'Hakuna lililorekodiwa.',
  },

  clock: {
    inform: (day) => `Muuzaji amjulishe Msajili kuhusu uhamisho kufikia ${day} (siku 7).`,
    use: (day) => `Gari lisitumike baada ya ${day} (siku 14) kama mmiliki mpya hajasajiliwa.`,
    law: 'Sheria ya Trafiki, kifungu cha 9.',
  },

  copyOfRecord: (when) => `Nakala ya rekodi iliyo katika kituo kikuu hiki, kufikia ${when}.`,
  notAboutPaper: 'Haisemi lolote kuhusu uhalali wa logbook ya karatasi.',
  verifySentence: 'Taja namba hii katika kaunta yoyote ya Kaunta. Rekodi itaonyeshwa; ilinganishe na nakala hii mstari kwa mstari.',

  record: paperRecord,
  batch: paperBatch,
  tests: paperTests,
  results: paperResults,
  cashUp: paperCashUp,
  office: paperOffice,
  collection: paperCollection,
  shelf: paperShelf,
  tradeRegister: paperTradeRegister,

  foot: {
    notConnected: 'Kaunta haijaunganishwa na NTSA wala eCitizen. Karatasi hii inatoka kituo kikuu cha ofisi hii.',
    madeAt: (office, device, when) => `${office} · PC ${device} · imetolewa ${when}`,
    page: (page, pages) => `Ukurasa ${page} wa ${pages}`,
    keep: 'Tafadhali tunza karatasi hii.',
  },
};
