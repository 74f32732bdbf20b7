import type { TransferBody } from '../../domain/services/transfer.ts';
import type { TransferWords } from '../en/transfer.ts';
import type { ServiceWords } from '../service-words.ts';

const ownership: TransferWords['ownership'] = {
  individual: { label: 'Mtu binafsi', hint: 'Mtu mmoja anakuwa mmiliki.' },
  joint: { label: 'Wa pamoja', hint: 'Watu wawili wanamiliki pamoja. Mpangilio unabaki kwenye logbook.' },
  financier: { label: 'Pamoja na mfadhili', hint: 'Mkopeshaji yuko kwenye logbook pamoja na mmiliki hadi deni liishe.' },
  'diplomatic-mission': { label: 'Ubalozi', hint: 'Ubalozi ndio mmiliki; mtu aliyeidhinishwa anauwakilisha.' },
  company: { label: 'Kampuni', hint: 'Kampuni ndiyo mmiliki; mjumbe wake anaiwakilisha.' },
};

const service: ServiceWords<TransferBody> = {
  name: 'Uhamisho wa umiliki',
  about: 'Gari linatoka kwa mmiliki mmoja kwenda kwa mwingine: muuzaji na mnunuzi wanathibitisha, ada inalipwa, msajili anaamua.',
  start: 'Anza uhamisho',
  bring: 'Zinahitajika: hati ya gari, vitambulisho viwili, PIN mbili za KRA, simu ya mnunuzi.',
  step: { vehicle: 'Gari', seller: 'Muuzaji', buyer: 'Mnunuzi' },
  subject: {
    question: 'Ni gari gani linalobadilisha mmiliki?',
    sayWhich: 'Ni gari gani? Naomba kuona logbook, tafadhali.',
    stopTitle: 'Gari hili haliwezi kuhamishwa',
    sayStopped: 'Samahani, rejista hairuhusu gari hili kuuzwa kwa sasa.',
    feeStopped: 'hakuna: gari hili haliwezi kuuzwa sasa',
  },
  facts: (body) => [
    ['Umiliki', body.ownership === null ? '' : ownership[body.ownership].label],
    ['Kilomita zilizotembea', body.mileageKm === null ? '' : `${body.mileageKm.toLocaleString('en')} km`],
  ],
  states: {
    meaning: { approved: 'Msajili ameidhinisha. Mmiliki mpya yuko kwenye rejista ya kituo kikuu.' },
    may: {
      queued: 'Risiti inathibitisha malipo. Haithibitishi umiliki bado: gari lisiuzwe tena wala kuwekwa rehani.',
      'in-review': 'Risiti inathibitisha malipo. Haithibitishi umiliki bado: gari lisiuzwe tena wala kuwekwa rehani.',
      approved: 'Mmiliki mpya anaweza kutumia gari kama lake na kuchukua nakala ya eLogbook itakapokuwa tayari.',
      ready: 'Mmiliki mpya au mchukuaji aliyetajwa anaweza kuichukua akiwa na logbook ya zamani na kitambulisho halisi.',
      collected: 'Mmiliki mpya ana nakala. Hakuna kingine kinachohitajika.',
      conflict: 'Risiti inathibitisha malipo. Gari halijabadilisha mmiliki kwenye rejista.',
    },
    say: {
      approved: 'Habari njema: uhamisho umeidhinishwa. Nakala ya logbook inafuata.',
      ready: 'Nakala yako ya logbook iko tayari. Tafadhali onyesha logbook ya zamani na kitambulisho chako.',
      declined: 'Uhamisho huu ulikataliwa, kwa hiyo hakuna kilichobadilika.',
    },
    next: {},
  },
  registrar: {
    applicant: 'Anayeachia',
    others: 'Anayekuwa mmiliki',
    approveTitle: (plate) => `Idhinisha uhamisho wa ${plate}`,
    approveHint: (owners, office) => `${owners} anakuwa mmiliki kwenye rejista na nakala ya eLogbook inafunguliwa ${office}.`,
    returnTitle: (plate) => `Rudisha uhamisho wa ${plate}`,
    refuseTitle: (plate) => `Kataa uhamisho wa ${plate}`,
  },
  paper: {
    sentence: {
      open: 'Hakuna kilicholipwa wala kutumwa. Karatasi hii ni ya kukagua yaliyoandikwa tu.',
      provisional: 'Rejista bado haijabadilika. Mmiliki mpya anakuwa mmiliki pale tu ombi hili litakapothibitishwa.',
      confirmed: 'Msajili ameidhinisha ombi hili na rejista ya kituo kikuu imebadilishwa.',
      ended: 'Ombi hili limefungwa na halikubadilisha chochote kwenye rejista.',
    },
    mayNot: ['kuitumia kama logbook au ushahidi wa umiliki', 'kuuza gari tena au kuliweka rehani'],
  },
};

export const transfer: TransferWords = {
  service,
  role: {
    seller: 'Muuzaji',
    buyer: 'Mnunuzi',
    'second-owner': 'Mmiliki wa pili',
    financier: 'Mfadhili',
    mission: 'Ubalozi',
    company: 'Kampuni',
    owner: 'Mmiliki',
    driver: 'Mwanafunzi',
    dealer: 'Muuzaji',
    school: 'Shule ya udereva',
  },

  ofRole: (role, thing) => `${thing} (${role.toLowerCase()})`,

  ownership,

  vehicle: {
    find: 'Namba ya gari au ya chasisi',
    findHint: 'Kama ilivyo kwenye logbook. Nafasi si muhimu.',
    findAction: 'Tafuta',
    change: 'Gari lingine',
    notHere: (text) => `Ofisi hii bado haijui ${text}.`,
    askHub: 'Uliza kituo kikuu',
    asking: 'Kituo kikuu kinaulizwa…',
    hubDoesNotKnow: (text) => `Kituo kikuu hakina gari ${text}. Linganisha na logbook, herufi kwa herufi.`,
    lineDown: 'Mtandao umekatika, kwa hiyo kituo kikuu hakiwezi kuulizwa sasa.',
    typeInstead: 'Andika kutoka kwenye logbook',
    typeTitle: 'Kutoka kwenye logbook ya karatasi',
    typeHint: 'Taarifa hizi zinahesabiwa kama zilivyo kwenye karatasi. Msajili atazilinganisha na rejista.',
    facts: 'Taarifa za gari',
    owner: 'Mmiliki aliyesajiliwa',
    owners: 'Wamiliki waliosajiliwa',
    none: 'hakuna',
    noMarks: 'Hakuna dai, zuio wala taarifa ya wizi.',
    mark: {
      charge: (by, since) => `Lina dai la ${by} tangu ${since}. Mkopeshaji lazima aliondoe kwanza.`,
      caveat: (by, since) => `Lina zuio la ${by} tangu ${since}. Aliyeliweka pekee ndiye anayeweza kuliondoa.`,
      stolen: (by, since) => `Liliripotiwa kuibiwa na ${by} tarehe ${since}. Usirudishe hati; mwite msimamizi.`,
    },
    openApplication: (reference, state, since) =>
      `Ombi ${reference} tayari linalishikilia (${state}, tangu ${since}). Limalize au ulifute hilo kwanza.`,
    openIt: 'Fungua ombi hilo',
    mileage: 'Kilomita zilizotembea',
    mileageUnit: 'km',
    mileageHint: 'Kama saa ya gari inavyoonyesha leo. Sheria inazitaka.',
    collection: 'Ofisi ya kuchukulia',
  },

  fact: {
    plate: 'Namba ya gari',
    plateClass: 'Aina ya namba',
    chassis: 'Chasisi',
    engineNumber: 'Injini',
    make: 'Chapa',
    model: 'Modeli',
    body: 'Bodi',
    kind: 'Aina',
    ratingCc: 'Ukubwa wa injini',
    wheels: 'Magurudumu',
    colour: 'Rangi',
    fuel: 'Nishati',
    yearOfManufacture: 'Mwaka wa kutengenezwa',
    registeredOn: 'Lilisajiliwa',
    previousOwners: 'Wamiliki wa awali',
    logbookNumber: 'Logbook',
    eSticker: 'Stika ya kielektroniki',
    eStickerYes: 'ilishatolewa',
    eStickerNo: 'haijawahi kutolewa',
    cc: (cc) => `cc ${cc}`,
  },

  plateClass: {
    private: 'Binafsi',
    legacy: 'Binafsi, kabla ya 1989',
    motorcycle: 'Pikipiki',
    'three-wheeler': 'Magurudumu matatu',
    tractor: 'Trekta',
    'heavy-machinery': 'Mashine nzito',
    trailer: 'Trela',
    'national-government': 'Serikali kuu',
    'county-government': 'Serikali ya kaunti',
    governor: 'Gavana',
    diplomatic: 'Kidiplomasia',
    'international-organisation': 'UN au shirika la kimataifa',
    parastatal: 'Shirika la umma',
    dealer: 'Muuza magari',
    garage: 'Gereji',
    'freight-station': 'Kituo cha mizigo',
    'tow-truck': 'Gari la kuvuta',
    military: 'Jeshi',
    'state-officer': 'Afisa wa serikali',
    customised: 'Jina la kuchagua',
  },

  kind: {
    car: 'Gari dogo',
    commercial: 'Van, basi au lori',
    motorcycle: 'Pikipiki',
    'three-wheeler': 'Magurudumu matatu',
    tractor: 'Trekta',
    'heavy-machinery': 'Mashine nzito',
    trailer: 'Trela',
  },

  fuel: { petrol: 'Petroli', diesel: 'Dizeli', electric: 'Umeme', hybrid: 'Mseto', gas: 'Gesi', none: 'Hakuna' },

  seller: {
    question: 'Nani anauza?',
    hint: 'Muuzaji lazima awe mmiliki aliye kwenye rejista. Linganisha na kitambulisho ulicho nacho.',
    fromRegister: 'Imejazwa kutoka kwa mmiliki:',
    matches: 'anafanana na mmiliki aliyesajiliwa',
    chooseOwner: 'Ni mmiliki yupi aliye hapa?',
  },

  buyer: {
    ownership: 'Nani anakuwa mmiliki?',
    notSeller: 'si muuzaji',
    sayOwnership: 'Mmiliki atakuwa nani: mtu mmoja, wawili pamoja, au pamoja na mkopeshaji?',
    collector: 'Kitambulisho cha mchukuaji',
  },

  idKind: {
    'national-id': 'Kitambulisho cha taifa',
    'maisha-namba': 'Maisha Namba',
    'alien-id': 'Kitambulisho cha mgeni',
    'refugee-id': 'Kitambulisho cha mkimbizi',
    'military-id': 'Kitambulisho cha jeshi',
    passport: 'Pasipoti',
    'diplomatic-id': 'Kitambulisho cha kidiplomasia',
  },

  field: {
    idKind: 'Aina ya kitambulisho',
    idNumber: 'Namba ya kitambulisho',
    name: 'Jina kamili',
    personName: 'Mtu anayewakilisha',
    kraPin: 'KRA PIN',
    phone: 'Simu',
    postalAddress: 'Anwani ya posta',
    organisation: { financier: 'Jina la mkopeshaji', mission: 'Jina la ubalozi', company: 'Jina la kampuni' },
    organisationNumber: {
      financier: 'Namba ya kampuni',
      mission: 'Namba ya uidhinishaji',
      company: 'Namba ya kampuni',
    },
    organisationPin: 'KRA PIN yake',
  },
  placeholder: {
    postalAddress: 'S.L.P. 123-00100, Nairobi',
    phone: '07…',
    kraPin: 'A000000000A',
    organisationPin: 'P000000000A',
  },
  optional: 'kama ipo',
};
