import type { SchoolListBody } from '../../domain/services/school-list.ts';
import type { SchoolListWords } from '../en/school-lists.ts';
import type { ServiceWords } from '../service-words.ts';
import { batches } from './batches.ts';

const candidates = (count: number) => (count === 1 ? 'mtahiniwa 1' : `watahiniwa ${count}`);

const service: ServiceWords<SchoolListBody> = {
  name: 'Orodha ya shule ya udereva',
  about: 'Watahiniwa wa shule ya udereva wanapata nafasi katika kipindi kimoja pamoja: orodha moja, malipo moja, risiti moja.',
  start: 'Fungua orodha za shule',
  bring: 'Inahitajika: orodha ya shule yenye jina na namba ya kitambulisho au ya leseni ya muda ya kila mtahiniwa.',
  step: {},
  subject: {
    question: 'Ni orodha gani?',
    sayWhich: 'Naomba orodha, tafadhali.',
    stopTitle: 'Orodha hii haiwezi kuwekewa nafasi',
    sayStopped: 'Samahani, orodha hii haiwezi kuwekewa nafasi bado.',
    feeStopped: 'hakuna: orodha haiwezi kuwekewa nafasi bado',
  },
  facts: ({ number, candidates: count, class: of, centre, day, session }) => [
    ['Orodha', number],
    ['Watahiniwa wenye nafasi', String(count)],
    ['Daraja', { of: 'class', value: of }],
    ['Kituo cha mtihani', { of: 'centre', value: centre }],
    ['Siku', { of: 'day', value: day }],
    ['Kipindi', { of: 'session', value: session }],
  ],
  states: {
    meaning: {
      approved: 'Imelipiwa. Nafasi ziliazimwa kwa ofisi hii mapema; nafasi ya kila mtahiniwa inasimama yenyewe.',
      returned: 'Kituo kikuu hakikukubali malipo ya orodha hii, kwa hiyo hakikukubali nafasi zake zozote.',
    },
    may: {
      approved: 'Risiti inathibitisha malipo ya kila mtahiniwa mwenye nafasi kwa orodha hii.',
      returned: 'Risiti inathibitisha kilicholipwa. Mtahiniwa anaweza kufika mtihani tu ikiwa nafasi yake mwenyewe ni KAMILI.',
      cancelled: 'Risiti ni batili. Mtahiniwa anaweza kufika mtihani tu ikiwa nafasi yake mwenyewe ni KAMILI.',
    },
    say: {
      approved: 'Orodha imewekwa. Kila mtahiniwa mwenye nafasi ana slipu; wanaosubiri hawana nafasi bado.',
      returned: 'Kituo kikuu hakikukubali malipo haya, kwa hiyo hakuna aliye na nafasi bado. Tuangalie ujumbe pamoja.',
    },
    next: { approved: 'Hakuna: kila mtahiniwa ana slipu', returned: 'Sahihisha malipo' },
  },
  waysOn: {
    returned: [
      'Msimbo ulikuwa na kosa? Futa orodha: nafasi zake zinaisha nayo na watahiniwa wake wako huru. Kisha itengeneze upya kwa kitufe kimoja na uiwekee nafasi kwa ujumbe sahihi.',
      'Makao makuu yamesahihisha malipo? Tuma tena: malipo yanatangulia, na nafasi zake zinakwenda nayo. Hakuna ada ya pili.',
    ],
  },
  registrar: {
    applicant: 'Shule ya udereva',
    others: 'Walio pamoja nayo',
    approveTitle: (who) => `Idhinisha orodha ya ${who}`,
    approveHint: () => 'Nafasi za mtihani huidhinishwa na kituo kikuu chenyewe.',
    returnTitle: (who) => `Rudisha orodha ya ${who}`,
    refuseTitle: (who) => `Kataa orodha ya ${who}`,
  },
  paper: {
    sentence: {
      open: 'SI NAFASI. Hakuna kilicholipwa na hakuna nafasi iliyochukuliwa.',
      provisional: 'Kituo kikuu hakikuyakubali malipo haya yalivyotumwa. Slipu ya kila mtahiniwa ndiyo inayosema kama ana nafasi.',
      confirmed: 'Imelipiwa. Slipu ya kila mtahiniwa inasema nafasi yake.',
      ended: 'Orodha hii imefungwa.',
    },
    mayNot: ['kuitumia kama leseni ya udereva', 'kumpa mtu mwingine nafasi'],
  },
};

export const schoolLists: SchoolListWords = {
  service,
  field: { name: 'Jina', idNumber: 'Namba ya kitambulisho', provisionalNumber: 'Leseni ya muda', phone: 'Simu' },
  candidates,
  title: 'Orodha za shule',
  hint: 'Watahiniwa wa shule ya udereva kwa kipindi kimoja. Kila mstari unakaguliwa kwenye kompyuta hii, hata laini ikikatika.',
  emptyTitle: 'Bado hakuna orodha',
  empty:
    'Shule ya udereva inaleta watahiniwa wake wa kipindi kimoja kwenye lahajedwali, au unawaandika. Waweke kwa tendo moja na malipo moja.',
  column: { number: 'Orodha', school: 'Shule ya udereva', session: 'Kipindi', rows: 'Watahiniwa', changed: 'Ilibadilika', state: 'Hali' },
  state: { draft: 'inatayarishwa', booked: 'imewekwa', cancelled: 'imefutwa' },
  back: (count) => (count === 1 ? '1 amerudishwa' : `${count} wamerudishwa`),
  session: (of, when) => `Daraja ${of} · ${when}`,
  counts: (good, bad, aside) => `mizuri ${good} + ya kurekebisha ${bad} + kando ${aside}`,
  open: {
    action: 'Orodha mpya ya shule',
    title: 'Orodha mpya ya shule',
    hint: 'Watahiniwa wote wa orodha wanafanya mtihani katika kipindi kimoja.',
    school: 'Shule ya udereva',
    contactName: 'Anayeleta orodha',
    contactHint: 'Anathibitisha kuwa kila mtahiniwa aliomba mtihani huu.',
    contactPhone: 'Simu yake',
    class: 'Daraja',
    centre: 'Kituo cha mtihani',
    day: 'Siku',
    session: 'Kipindi',
    seats: (left) => (left === 1 ? 'nafasi 1 hapa' : `nafasi ${left} hapa`),
    waitOnly: 'hakuna nafasi hapa: orodha ya kusubiri tu',
    none: 'Hakuna kipindi cha daraja hili kilichofunguliwa katika kituo hiki.',
    submit: 'Fungua orodha',
  },
  file: {
    ...batches.file,
    title: 'Dondosha orodha ya shule hapa, au bandika mistari kwa Ctrl+V',
    hint: 'CSV au XLSX: mstari mmoja wa vichwa, kisha mtahiniwa mmoja kwa kila mstari. Safu zinaweza kuwa kwa mpangilio wowote, kwa majina ya Kiingereza au Kiswahili.',
    type: 'Andika majina',
    imported: (added, mended, unchanged) => `Wameletwa ${candidates(added)}, ${mended} wamerekebishwa, ${unchanged} walikuwepo tayari.`,
  },
  mapping: {
    ...batches.mapping,
    hint: (name, rows) => `${name}, ${candidates(rows)}. Kaunta imesoma vichwa; rekebisha palipo na kosa.`,
  },
  sheet: { ...batches.sheet, label: 'Watahiniwa wa orodha hii' },
  fill: batches.fill,
  fix: {
    'look-alike': (text) => `Weka ${text}`,
    plain: (text) => `Weka ${text}`,
    register: (text) => `Chukua ${text}`,
  },
  problem: {
    'driver.no-record': () =>
      'Kompyuta hii haimjui mtu kwa namba hii. Linganisha na kitambulisho; laini ikiwepo, uliza kituo kikuu. Au weka mstari kando.',
    'school.no-such-provisional': () =>
      'Kompyuta hii haijui leseni hiyo ya muda. Andika namba ya kitambulisho cha mtahiniwa; laini ikiwepo, kisha uliza kituo kikuu.',
    'school.name-differs': ({ name }) =>
      `Rejista ina ${name ?? ''} kwa namba hii. Linganisha na kitambulisho, kisha lichukue au sema kuwa ni sahihi.`,
    'school.other-provisional': ({ number }) => `Rejista ina leseni ya muda ${number ?? ''} ya mtahiniwa huyu. Linganisha na leseni.`,
    'school.same-candidate': ({ row }) => `Mtahiniwa huyohuyo yuko kwenye mstari ${row ?? ''}. Weka kando mstari uliorudiwa.`,
    'school.record-incomplete': () =>
      'Rekodi ya mtahiniwa huyu kwenye rejista inakosa kitu kinachohitajika. Mwekee nafasi peke yake, na uweke mstari kando.',
  },
  page: {
    askHub: (count) => `Uliza kituo kikuu (${count})`,
    asked: (found, missing) => `Kituo kikuu kinawajua ${found}${missing === 0 ? '.' : `; ${missing} hakiwajui.`}`,
    bring: 'Leta faili',
    book: 'Weka nafasi',
    delete: 'Futa',
    papers: 'Karatasi',
    back: 'Orodha zote',
    seats: (left) => `nafasi ${left} za kipindi hiki hapa`,
    noSeats: 'hakuna nafasi ya kipindi hiki hapa: orodha ya kusubiri tu',
    split: (booked, waiting) =>
      waiting === 0 ? `${booked} watakuwa KAMILI` : `${booked} watakuwa KAMILI, ${waiting} watasubiri: SI NAFASI`,
    clock: 'Saa ya kompyuta hii ilirudishwa nyuma. Hakuna kinachoweza kuwekwa hadi iwe sahihi au kituo kikuu kisikike.',
  },
  book: {
    title: (booked, waiting) =>
      waiting === 0 ? `Weka nafasi kwa ${candidates(booked)}` : `Weka nafasi kwa ${booked}, ${waiting} wasubiri`,
    final: (count) => `KAMILI: nafasi kwa ${candidates(count)}`,
    finalHint: 'Kila mmoja anawekewa mara moja, hata laini ikikatika, kwa slipu na namba ya nafasi.',
    waiting: (count) => `SI NAFASI: ${candidates(count)} kwenye orodha ya kusubiri`,
    waitingHint: 'Hakuna nafasi yao hapa sasa. Hakuna kinacholipwa kwa ajili yao.',
    oldRecords: (count) =>
      `Rejista haijasikika kwa muda mrefu kuliko ofisi hii inavyoruhusu: huenda ${candidates(count)} wameshindwa mtihani au kupoteza leseni tangu hapo. Neno moja la msimamizi ni la orodha nzima.`,
    noMoney: 'Hakuna anayepata nafasi, kwa hiyo hakuna malipo.',
    submitWait: 'Weka kwenye orodha ya kusubiri',
    bill: {
      title: 'Gharama ya mitihani',
      line: 'Ada',
      units: 'Watahiniwa',
      each: 'Kila mmoja',
      amount: 'Kiasi',
      total: (count) => `Jumla kwa ${candidates(count)}`,
      unsure: '',
      unsureHint: '',
    },
    done: (booked, waiting, receipt) =>
      `KAMILI: ${candidates(booked)}, risiti ${receipt}${waiting === 0 ? '.' : `; ${waiting} wanasubiri, SI NAFASI.`}`,
    doneWaiting: (waiting) => `Wanasubiri: ${candidates(waiting)}. SI NAFASI, na hakuna kilicholipwa.`,
  },
  result: {
    table: 'Alichonacho kila mtahiniwa',
    seat: 'Nafasi',
    candidate: 'Mtahiniwa',
    number: 'Namba',
    standing: 'Hali',
    final: 'KAMILI',
    waits: (place) => `SI NAFASI: anasubiri, namba ${place}`,
    sum: (final, waiting, back) =>
      [
        `KAMILI: ${candidates(final)}`,
        ...(back === 0 ? [] : [back === 1 ? '1 amerudishwa: HANA NAFASI' : `${back} wamerudishwa: HAWANA NAFASI`]),
        ...(waiting === 0 ? [] : [`${waiting} wanasubiri: SI NAFASI`]),
      ].join('; '),
    cameBackHint: 'Slipu zao hazina thamani. Iambie shule, kisha fungua kila mmoja kwa Enter: kesi inasema sababu na la kufanya.',
    paymentBackHint:
      'Kituo kikuu hakikukubali malipo ya orodha hii, kwa hiyo hakikukubali nafasi zake zozote. Fungua malipo: yanasema sababu na la kufanya.',
    sendAgain: 'Tuma tena',
    cancelled: 'Orodha hii imefutwa. Risiti yake inabaki kama uthibitisho; hakuna aliye na nafasi kwayo.',
    anew: 'Tengeneza orodha upya',
    anewDone: (number) => `Watahiniwa wake sasa wako kwenye orodha ${number}. Watakaguliwa na kulipiwa huko.`,
    sentAgain: (sent, left) =>
      left === 0
        ? `Imetumwa tena: ${candidates(sent)}. Jibu la kituo kikuu litakuja na mtandao.`
        : `Imetumwa tena: ${candidates(sent)}. ${left} wamebaki walivyo: hakuna nafasi, au kila mmoja arekebishwe peke yake.`,
    receipt: (number) => `Risiti ${number}`,
    payment: 'Malipo',
  },
  papers: { title: 'Karatasi za orodha hii', list: 'Orodha ya shule', slips: 'Slipu zote', receipt: 'Risiti' },
  delete: {
    title: 'Futa orodha hii',
    hint: 'Mistari yake inaenda nayo. Rekodi inabaki na aliyeifuta, lini na kwa nini. Hakuna nafasi iliyowekwa kwayo.',
    reason: 'Kwa nini',
    tooShort: 'Eleza kwa maneno machache.',
    submit: 'Futa orodha',
    keep: 'Ibaki',
    done: 'Orodha imefutwa.',
  },
};
