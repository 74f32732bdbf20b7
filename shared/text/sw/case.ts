import type { CasePageWords } from '../en/case.ts';

const hubState: Readonly<Record<string, string>> = {
  'in-review': 'Kituo kikuu kinalo; linasubiri msajili',
  approved: 'Msajili ameidhinisha',
  ready: 'Tayari kuchukuliwa',
  returned: 'Msajili amelirudisha',
  refused: 'Msajili amelikataa',
  conflict: 'Kituo kikuu kilikuwa na tendo lililotangulia',
  collected: 'Kituo kikuu kinajua limechukuliwa',
  cancelled: 'Kituo kikuu kinajua limefutwa',
};

export const casePage: CasePageWords = {
  title: (service, plate) => (plate === '' ? service : `${service} · ${plate}`),
  mayTitle: 'Mteja anachoweza kufanya',
  facts: 'Taarifa',
  timeline: 'Yaliyofanyika',
  timelineEmpty: 'Bado hakuna.',
  more: (count) => `Onyesha ${count} za awali`,
  byAt: (actor, office) => `${actor}, ${office}`,
  deviceNo: (no) => `PC ${no}`,

  section: {
    vehicle: 'Gari',
    parties: 'Wahusika',
    papers: 'Hati',
    money: 'Malipo',
    time: 'Muda',
  },

  label: {
    reference: 'Namba ya ombi',
    clerk: 'Karani',
    opened: 'Lilifunguliwa',
    sent: 'Lilitumwa',
    due: 'Mwisho',
    overdue: 'LIMECHELEWA',
    dueRule: 'Inahesabiwa kwa siku za kazi za Kenya tangu siku ya kutumwa.',
    dueNotYet: 'Itahesabiwa likitumwa.',
    sellerInforms: 'Muuzaji amjulishe Msajili kufikia',
    buyerRegistered: 'Lisitumike bila usajili baada ya',
    law: 'Sheria ya Trafiki, kifungu cha 9',
    collection: 'Ofisi ya kuchukulia',
    collector: 'Kitambulisho cha mchukuaji',
    logbook: 'Namba ya eLogbook',
    receipt: 'Risiti',
    payment: 'Malipo',
    mileage: 'Kilomita',
    ownership: 'Umiliki',
    confirmed: 'amethibitisha',
    notConfirmed: 'hajathibitisha',
    supervised: 'Taarifa za zamani ziliruhusiwa na',
    noScans: 'Bado hakuna skani.',
    noPayment: 'Bado hakuna kilicholipwa.',
  },

  action: {
    receipt: 'Risiti',
    summary: 'Ombi kwenye karatasi',
    edit: 'Endelea kuandika',
    mend: 'Rekebisha',
    resubmit: 'Tuma tena',
    pay: 'Pokea malipo',
    confirm: 'Thibitisha',
    cancel: 'Futa ombi',
    preview: 'Tazama logbook',
    copy: 'Chapisha nakala ya logbook',
    scan: (kind) => `Tazama: ${kind}`,
  },

  decision: {
    returned: 'Msajili amelirudisha',
    refused: 'Msajili amelikataa',
    approved: 'Msajili ameidhinisha',
    conflict: 'Mwingine alitangulia',
    by: (who, office, when) => `${who}, ${office}, ${when}`,
    note: 'Maelezo',
    choices: 'Kinachoweza kufanyika sasa',
  },
  outcome: { approved: 'imeidhinishwa', returned: 'imerudishwa', refused: 'imekataliwa' },

  choices: {
    returned: [
      'Rekebisha kilichotajwa na ulitume tena. Ada na risiti vinabaki.',
      'Kama mteja hataki kuendelea, lifute. Risiti inabaki kama uthibitisho wa malipo.',
    ],
    refused: ['Msomee mteja sababu na umpe ombi kwenye karatasi.', 'Ombi jipya linaweza kufunguliwa sababu ikiondoka.'],
    conflict: [
      'Mweleze mteja nani alitangulia, na lini. Rejista inamfuata wa kwanza.',
      'Kama tendo lile lingine ni sahihi, futa hili. Risiti inabaki kama uthibitisho wa malipo.',
      'Kama mteja anapinga tendo lile, mpe ombi kwenye karatasi na umpeleke kwa msajili.',
    ],
  },
  conflictCard: {
    yours: 'Ofisi hii',
    theirs: 'Tendo lile lingine',
    sent: (when) => `lilitumwa ${when}`,
    holds: 'Mteja wako ana',
    holdsReceipt: (number, amount) => `risiti ${number} ya ${amount}`,
  },

  cancel: {
    title: 'Futa ombi hili',
    hintOpen: 'Hakuna kilicholipwa. Gari litakuwa huru tena.',
    hintPaid: 'Pesa zilipokelewa. Risiti inabaki na namba yake kama uthibitisho; kurudishiwa pesa kunaombwa kando.',
    reason: 'Kwa nini linafutwa?',
    action: 'Futa ombi',
    keep: 'Libaki',
  },
  resubmitted: 'Limetumwa tena. Linasubiri msajili.',
  cancelled: 'Limefutwa.',

  paper: {
    receipt: (number) => `Risiti ${number}`,
    application: (reference) => `Ombi ${reference}`,
    preview: 'Logbook ya kutazama, si halali',
    copy: (number) => `Nakala ya eLogbook ${number}`,
    print: 'Chapisha',
    save: 'Hifadhi faili',
    a4: 'A4',
    '80mm': '80 mm',
    page: (page, pages) => `Ukurasa ${page} wa ${pages}`,
    width: 'Karatasi',
    failed: 'Karatasi haikuweza kuonyeshwa.',
  },

  event: {
    'applications.open': () => 'Lilifunguliwa',
    'applications.sendCode': (facts) => join('Msimbo ulitumwa', facts['sentTo']),
    'applications.confirm': (facts) => join('Alithibitisha mwenyewe', facts['role'], facts['method']),
    'applications.confirm.refused': (facts) => join('Msimbo usio sahihi', facts['role']),
    'applications.supervise.refused': (facts) => join('Nywila ya msimamizi imekataliwa', facts['role']),
    'applications.decline': (facts) => join('Alikataa', facts['role'], facts['reason']),
    'applications.supervise': (facts) => join('Msimamizi aliruhusu taarifa za zamani', facts['supervisor'], facts['reason']),
    'applications.submit': (facts) => join('Lililipiwa na kuwekwa kwenye foleni', facts['receiptNumber'] ?? facts['receipt']),
    'applications.resubmit': () => 'Lilirekebishwa na kutumwa tena',
    'applications.cancel': (facts) => join('Lilifutwa', facts['reason']),
    'applications.expire': () => 'Muda wake uliisha',
    'applications.attachScan': (facts) => join('Skani iliongezwa', facts['kind'], facts['fileName']),
    'applications.removeScan': (facts) => join('Skani iliondolewa', facts['kind']),
    'registrar.decide': (facts) => join('Msajili aliamua', facts['outcome']),
    'logbooks.handOver': (facts) => join('Nakala ilikabidhiwa', facts['logbookNumber']),
    'paper.issueLogbookCopy': (facts) => join('Nakala ya logbook ilitengenezwa, namba', facts['copy']),
    'hub.application': (facts) =>
      join(hubState[String(facts['state'])] ?? 'Kituo kikuu kimejibu', facts['by'], facts['office'], facts['logbookNumber']),
    'hub.payment': (facts) => join('Kituo kikuu kilitafuta pesa', facts['state']),
    'queue.discard': (facts) => join('Iliondolewa kwenye foleni', facts['reason']),
    'queue.offerAgain': () => 'Ilitolewa tena kwa kituo kikuu',
  },
};

function join(sentence: string, ...details: readonly (string | number | undefined)[]): string {
  const said = details.filter((detail) => detail !== undefined && detail !== '');
  return said.length === 0 ? sentence : `${sentence}: ${said.join(', ')}`;
}
