import type { RefusalFacts } from '../../domain/refusal.ts';
import type { ProblemSentence, ProblemsWords } from '../en/problems.ts';

const text = (facts: RefusalFacts, name: string) => String(facts[name] ?? '');
const number = (facts: RefusalFacts, name: string) => Number(facts[name] ?? 0);
const share = (facts: RefusalFacts, name: string) => `${Math.round(number(facts, name) * 1000) / 10} %`;
const megabytes = (facts: RefusalFacts, name: string) => `MB ${Math.round(number(facts, name) / 100_000) / 10}`;
const meant = (suggestion: string) => (suggestion === '' ? '' : ` Je, ni ${suggestion}?`);
const plain = (code: string) => code.replaceAll(/[-.]/gu, ' ');

const expectedNames: Readonly<Record<string, string>> = {
  'a-or-p': 'A au P',
  digit: 'tarakimu',
  letter: 'herufi',
  'letter-or-digit': 'herufi au tarakimu',
};
const expected = (facts: RefusalFacts) => expectedNames[text(facts, 'expected')] ?? text(facts, 'expected');

const sentences: Readonly<Record<string, ProblemSentence>> = {
  missing: () => 'Jaza hapa.',

  'vehicle.charge': (facts) => `Lina dai la ${text(facts, 'by')} tangu ${text(facts, 'since')}. Mkopeshaji lazima aliondoe kwanza.`,
  'vehicle.caveat': (facts) =>
    `Lina zuio la ${text(facts, 'by')} tangu ${text(facts, 'since')}. Aliyeliweka pekee ndiye anayeweza kuliondoa.`,
  'vehicle.stolen': (facts) => `Liliripotiwa kuibiwa na ${text(facts, 'by')} tarehe ${text(facts, 'since')}. Mwite msimamizi.`,
  'vehicle.open-application': (facts) => `Ombi ${text(facts, 'reference')} tayari linashikilia gari hili. Limalize au ulifute hilo kwanza.`,
  'vehicle.differs': () => 'Rejista ina namba nyingine ya chasisi kwa namba hii ya gari. Linganisha zote na logbook.',
  'vehicle.unknown': () => 'Rejista haina gari lenye namba hii wala chasisi hii. Linganisha kila herufi na tarakimu na logbook.',
  'vehicle.year': () => 'Andika mwaka lilipotengenezwa kama ulivyo kwenye logbook, kwa tarakimu nne.',

  'driver.open-application': (facts) =>
    `Ombi ${text(facts, 'reference')} tayari linaomba jambo hili kwa mtu huyu. Limalize au ulifute hilo kwanza.`,
  'driver.differs': () => 'Rekodi iliyo kwenye skrini ni ya namba nyingine ya kitambulisho. Andika namba tena na uitafute.',
  'driver.class-unknown': (facts) => `Orodha ya madaraja haina ${text(facts, 'class')}. Chagua lingine.`,
  'driver.too-young': (facts) =>
    `Daraja ${text(facts, 'class')} linahitaji miaka ${text(facts, 'needed')}; kwa tarehe ya kuzaliwa leo ni ${text(facts, 'age')}.`,
  'driver.holds-class': (facts) => `Mtu huyu ana daraja ${text(facts, 'class')} tayari na hahitaji ruhusa ya kulijifunza.`,
  'driver.prerequisite': (facts) =>
    `Daraja ${text(facts, 'class')} linahitaji kwanza miaka ${text(facts, 'years')} ya ${text(facts, 'needed')}, na rekodi haionyeshi hivyo.`,
  'driver.learns-already': (facts) =>
    `Daraja moja hujifunzwa kwa wakati: leseni ya muda ${text(facts, 'number')} ya ${text(facts, 'class')} inaendelea hadi ${text(facts, 'until')}.`,
  'driver.no-record': () =>
    'Bonyeza F7 kuchukua rejista inachosema kuhusu mtu huyu, au F8 kuuliza kituo kikuu. Asiye na rekodi hana leseni ya muda.',
  'driver.no-provisional': () => 'Rekodi haionyeshi leseni ya muda. Anayejifunza anaihitaji kabla ya mtihani.',
  'driver.provisional-ended': (facts) =>
    `Leseni ya muda ${text(facts, 'number')} inatumika hadi ${text(facts, 'validUntil')}, si siku ya mtihani huu.`,
  'driver.other-class': (facts) =>
    `Leseni ya muda ${text(facts, 'number')} ni ya daraja ${text(facts, 'class')}, si ya ${text(facts, 'wanted')}.`,
  'driver.not-mature': (facts) => `Mtihani wa kwanza unaweza kufanywa kuanzia ${text(facts, 'from')}. Chagua siku hiyo au ya baadaye.`,
  'driver.early': (facts) =>
    `Kwa mwongozo mmoja mtihani wa kwanza wa mwanafunzi huyu ni kuanzia ${text(facts, 'from')}. Hakuna kanuni inayokataza siku hii: uliza kama yuko tayari.`,
  'seat.asked': () => 'Nafasi za kipindi hiki ziko njiani. Zisubiri, au chagua kipindi chenye nafasi.',
  'seat.wait-list': () => 'Chagua kipindi chenye nafasi, au mweke mtahiniwa kwenye orodha ya kusubiri (F8).',
  'seat.closed': () => 'Chagua siku ya baadaye: hakuna anayeruhusiwa kuweka nafasi ya siku hii tena.',
  'driver.resit-wait': (facts) =>
    `Mtihani wa ${text(facts, 'failedOn')} haukufaulu; unaweza kurudiwa kuanzia ${text(facts, 'from')}. Chagua siku hiyo au ya baadaye.`,
  'driver.no-certificate': (facts) =>
    `Rekodi haionyeshi mtihani uliofaulu wa daraja ${text(facts, 'class')}. Matokeo yaliyotolewa leo hufika ofisi hii mtandao ukiwapo.`,
  'driver.certificate-ended': (facts) =>
    `Cheti cha umahiri ${text(facts, 'number')} kiliisha ${text(facts, 'until')}. Lazima mtihani ufanywe tena.`,
  'driver.holds-interim': (facts) => `Daraja ${text(facts, 'class')} analo tayari hadi ${text(facts, 'until')}.`,
  'driver.open-booking': (facts) => `Nafasi ${text(facts, 'reference')} imewekwa kwa mtu huyu. Ifute kwanza.`,
  'birth.malformed': () => 'Andika tarehe kama mwaka-mwezi-siku, mfano 1999-04-30.',
  'birth.unlikely': () => 'Hakuna anayejifunza udereva aliyezaliwa siku hiyo. Linganisha na kitambulisho.',

  'name.too-short': () => 'Andika jina kamili, kama lilivyo kwenye kitambulisho.',
  'party.not-owner': () => 'Huyu si mmiliki aliyesajiliwa. Mmiliki pekee, au mwenye hati ya kisheria, ndiye anayeweza kuuza.',
  'party.is-seller': () => 'Huyu ndiye muuzaji. Mtu hawezi kujiuzia; andika taarifa za mnunuzi mwenyewe.',
  'party.named-twice': () => 'Mtu huyu ametajwa tayari. Mmiliki wa pili lazima awe mwingine.',
  'kra-pin.individual-expected': () => 'PIN hii ni ya kampuni (P…). Ya mtu huanza na A.',
  'kra-pin.non-individual-expected': () => 'PIN hii ni ya mtu (A…). Ya shirika huanza na P.',
  'scan.missing': () => 'Skani hati hii.',
  'confirmation.missing': () => 'Bado hajathibitisha mwenyewe.',
  'confirmation.outdated': () => 'Taarifa zilibadilika baada ya kuthibitishwa. Athibitishe tena.',
  'proof.signature': () => 'Saini ni tupu au fupi mno. Asaini tena.',
  'proof.typed-name': () => 'Hili si jina lililo kwenye ombi. Aandike kamili, kama kwenye kitambulisho.',

  'plate.empty': () => 'Andika namba ya gari kama ilivyo kwenye logbook.',
  'plate.character': (facts) => `“${text(facts, 'character')}” mahali pa ${text(facts, 'position')} haipo kamwe kwenye namba ya gari.`,
  'plate.letter-i-or-o': (facts) =>
    `Namba za magari hazina herufi ${text(facts, 'letter')}. Je, ni ${text(facts, 'suggestions').replaceAll(', ', ' au ')}?`,
  'plate.military-series': (facts) => `${text(facts, 'series')} ni ya jeshi na haihamishwi hapa.`,
  'plate.unknown': (facts) =>
    number(facts, 'mayBeCustomised') === 1
      ? 'Hakuna mfululizo wa aina hii. Kama ni jina la kuchagua, sema hivyo kwenye aina ya namba; vinginevyo angalia kila herufi.'
      : 'Hakuna namba ya gari ya aina hii. Linganisha kila herufi na tarakimu na logbook.',
  'plate.class-differs': (facts) => `Namba ya aina hii haiko hivyo. Inasomeka kama: ${plain(text(facts, 'readings'))}.`,

  'kra-pin.length': (facts) => `KRA PIN ina herufi na tarakimu ${text(facts, 'expectedLength')}; hii ina ${text(facts, 'length')}.`,
  'kra-pin.character': (facts) =>
    `Mahali pa ${text(facts, 'position')} pa KRA PIN ni ${expected(facts)}, si “${text(facts, 'found')}”.${meant(text(facts, 'suggestion'))}`,

  'identity.character': (facts) =>
    `Mahali pa ${text(facts, 'position')} pa namba hii ni ${expected(facts)}, si “${text(facts, 'found')}”.${meant(text(facts, 'suggestion'))}`,
  'identity.length': (facts) =>
    `Namba ya aina hii ina tarakimu ${text(facts, 'expectedLengths')}; hii ina ${text(facts, 'length')}. Linganisha na kitambulisho.`,

  'phone.character': (facts) => `“${text(facts, 'character')}” si sehemu ya namba ya simu.`,
  'phone.prefix': () => 'Namba ya simu ya Kenya huanza na 07, 01 au +254. Ujumbe haufiki kwingine.',
  'phone.length': (facts) => {
    const missing = number(facts, 'expectedDigits') - number(facts, 'digits');
    return `Tarakimu ${Math.abs(missing)} ${missing > 0 ? 'zinakosekana' : 'zimezidi'}. Msomee mteja namba hiyo.`;
  },

  'mpesa-code.length': (facts) =>
    `Msimbo wa M-Pesa una herufi na tarakimu ${text(facts, 'expectedLength')}; huu una ${text(facts, 'length')}.`,
  'mpesa-code.character': (facts) => `“${text(facts, 'character')}” haipo kamwe kwenye msimbo wa M-Pesa.`,
  'mpesa-code.date-unreadable': () => 'Herufi tatu za kwanza si tarehe. Angalia ujumbe tena.',
  'mpesa-code.date-future': (facts) => `Kwa herufi zake msimbo huu ni wa ${text(facts, 'day')}, siku ambayo bado haijafika. Angalia tena.`,
  'mpesa-code.date-old': (facts) =>
    `Kwa herufi zake msimbo huu ni wa ${text(facts, 'day')}, siku ${text(facts, 'ageDays')} zilizopita. Je, ni ujumbe sahihi?`,

  'chassis.length': (facts) =>
    `Namba ya chasisi ina herufi na tarakimu ${text(facts, 'minLength')} hadi ${text(facts, 'maxLength')}; hii ina ${text(facts, 'length')}.`,
  'chassis.character': (facts) => `“${text(facts, 'character')}” mahali pa ${text(facts, 'position')} haipo kamwe kwenye namba ya chasisi.`,
  'chassis.letter-not-in-vin': (facts) =>
    `Namba ya chasisi ya herufi 17 haina herufi ${text(facts, 'letter')} (mahali pa ${text(facts, 'position')}).${meant(text(facts, 'suggestion'))}`,
  'chassis.look-alike': (facts) =>
    `${text(facts, 'letter')} mahali pa ${text(facts, 'position')} huenda ni tarakimu.${meant(text(facts, 'suggestion'))}`,
  'chassis.near-vin-length': (facts) =>
    `Herufi ${text(facts, 'length')}: namba nyingi za chasisi zina ${text(facts, 'vinLength')}. Zihesabu kwenye logbook.`,

  'engine-number.length': (facts) =>
    `Namba ya injini ina herufi na tarakimu ${text(facts, 'minLength')} hadi ${text(facts, 'maxLength')}; hii ina ${text(facts, 'length')}.`,
  'engine-number.character': (facts) => `“${text(facts, 'character')}” haipo kamwe kwenye namba ya injini.`,

  'fee.no-row': (facts) => `Jedwali la ada “${text(facts, 'scheduleId')}” halina mstari wa gari hili. Mwulize msimamizi; usikisie.`,
  'fee.vehicle-missing': () => 'Ada itajulikana gari likijulikana.',
  'fee.measure-missing': () =>
    'Rejista haisemi ukubwa wa injini wala magurudumu, kwa hiyo hakuna ada. Angalia logbook na umwulize msimamizi.',

  'scan.empty': () => 'Faili ni tupu. Skani hati tena.',
  'scan.too-large': (facts) => `Faili ina ${megabytes(facts, 'measured')}; kikomo ni ${megabytes(facts, 'limit')}. Skani kwa dpi 200.`,
  'scan.not-a-pdf': () => 'Hii si PDF, jina lake likisema lolote. Weka skana kwenye PDF kisha uskani tena.',
  'scan.encrypted': () => 'PDF hii imefungwa kwa nenosiri. Skani hati yenyewe bila kufunga faili.',
  'scan.unreadable': () => 'PDF hii imeharibika na haifunguki. Skani hati tena.',
  'scan.no-pages': () => 'PDF hii haina ukurasa. Skani hati tena.',
  'scan.too-many-pages': (facts) => `Kurasa ${text(facts, 'measured')}; kikomo ni ${text(facts, 'limit')}. Skani hati hii tu.`,
  'scan.blank-page': (facts) => `Ukurasa wa ${text(facts, 'page')} ni mtupu. Geuza karatasi kisha uskani tena.`,
  'scan.grey': (facts) =>
    `Skani haina rangi (rangi ${share(facts, 'measured')}). Rejista inataka halisi kwa rangi: weka skana kwenye rangi.`,
  'scan.low-resolution': (facts) =>
    `Ukurasa wa ${text(facts, 'page')} una dpi ${Math.round(number(facts, 'measured'))}; zinahitajika angalau ${text(facts, 'limit')} ili namba ya chasisi isomeke.`,
  'scan.not-a-scan': (facts) => `Ukurasa wa ${text(facts, 'page')} si skani ya hati. Skani hati halisi kwenye kioo.`,
  'scan.active-content': () => 'PDF hii ina programu au faili iliyofichwa. Skani hati yenyewe.',
};

export const problems: ProblemsWords = {
  sentences,
  other: (code) => `Hapa panahitaji kuangaliwa: ${plain(code)}.`,
  title: (count) => (count === 1 ? 'Kitu kimoja cha kurekebisha' : `Vitu ${count} vya kurekebisha`),
  stop: {
    'vehicle.charge': 'dai juu ya gari',
    'vehicle.caveat': 'zuio juu ya gari',
    'vehicle.stolen': 'limeripotiwa kuibiwa',
    'vehicle.open-application': 'ombi lingine linalishikilia',
    'driver.open-application': 'ombi lingine linaiomba',
    'fee.no-row': 'hakuna ada ya gari hili',
  },
  thing: {
    'vehicle.plate': 'gari',
    'vehicle.chassis': 'namba ya chasisi',
    'vehicle.engineNumber': 'namba ya injini',
    'vehicle.make': 'chapa',
    'vehicle.model': 'modeli',
    'vehicle.colour': 'rangi',
    'vehicle.yearOfManufacture': 'mwaka wa kutengenezwa',
    ownership: 'aina ya umiliki',
    reason: 'kilichoipata logbook',
    dateOfBirth: 'tarehe ya kuzaliwa',
    centre: 'kituo cha mtihani',
    day: 'siku ya mtihani',
    session: 'kipindi',
    class: 'daraja',
    school: 'shule ya udereva',
    collectionOffice: 'ofisi ya kuchukulia',
    collectorIdNumber: 'kitambulisho cha mchukuaji',
    idKind: 'aina ya kitambulisho',
    idNumber: 'namba ya kitambulisho',
    name: 'jina kamili',
    kraPin: 'KRA PIN',
    phone: 'namba ya simu',
    postalAddress: 'anwani ya posta',
    organisation: 'jina',
    organisationNumber: 'namba',
    confirmation: 'uthibitisho wake',
    scan: 'skani',
    fee: 'ada',
    supervisor: 'ruhusa ya msimamizi',
  },
};
