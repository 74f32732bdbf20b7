import type { ProvisionalLicenceBody } from '../../domain/services/provisional-licence.ts';
import type { ProvisionalLicenceWords } from '../en/provisional-licence.ts';
import type { ServiceWords } from '../service-words.ts';

const service: ServiceWords<ProvisionalLicenceBody> = {
  name: 'Leseni ya muda ya kujifunza',
  about:
    'Mwanafunzi anapata ruhusa ya kujifunza daraja moja la gari katika shule ya udereva. Umri na madaraja ya awali yanakaguliwa hapa, hata bila mtandao.',
  start: 'Anza leseni ya muda',
  bring: 'Zinahitajika: kitambulisho na KRA PIN ya mwanafunzi, fomu ya macho na ya daktari, na jina la shule ya udereva yenye leseni.',
  step: { driver: 'Mwanafunzi', class: 'Daraja' },
  subject: {
    question: 'Nani anataka kujifunza udereva?',
    sayWhich: 'Naomba kitambulisho chako, tafadhali.',
    stopTitle: 'Leseni ya muda haiwezi kuombwa',
    sayStopped: 'Samahani, kanuni haziruhusu leseni hii ya muda kwa sasa.',
    feeStopped: 'hakuna: leseni ya muda haiwezi kuombwa sasa',
  },
  facts: ({ class: wanted, school, dateOfBirth }) => [
    ['Daraja', { of: 'class', value: wanted }],
    ['Shule ya udereva', school],
    ['Kuzaliwa', { of: 'day', value: dateOfBirth }],
  ],
  states: {
    meaning: { approved: 'Msajili ameidhinisha. Leseni ya muda iko kwenye rejista ya kituo kikuu.' },
    may: {
      queued: 'Risiti inathibitisha malipo. Si leseni: hakuna anayeruhusiwa kuendesha nayo.',
      'in-review': 'Risiti inathibitisha malipo. Si leseni: hakuna anayeruhusiwa kuendesha nayo.',
      approved: 'Mwanafunzi anaweza kuendesha daraja analojifunza, akiwa na mwalimu wake, hadi leseni ya muda itakapoisha.',
      cancelled: 'Hakuna leseni ya muda iliyotengenezwa.',
      conflict: 'Risiti inathibitisha malipo. Ombi hili halikutengeneza leseni ya muda.',
      refused: 'Risiti inathibitisha kilicholipwa. Hakuna leseni ya muda iliyotengenezwa.',
    },
    say: {
      approved: 'Habari njema: leseni yako ya muda imeidhinishwa. Hii hapa slipu yako.',
      declined: 'Ombi hili lilikataliwa, kwa hiyo hakuna kilichobadilika.',
    },
    next: { approved: 'Mweleze mwanafunzi na uchapishe slipu' },
  },
  registrar: {
    applicant: 'Mwanafunzi',
    others: 'Walio pamoja naye',
    approveTitle: (who) => `Idhinisha leseni ya muda ya ${who}`,
    approveHint: () => 'Rejista inaipa namba na mwisho wake, na ofisi inaweza kuchapisha slipu.',
    returnTitle: (who) => `Rudisha ombi la leseni ya muda ya ${who}`,
    refuseTitle: (who) => `Kataa ombi la leseni ya muda ya ${who}`,
  },
  paper: {
    sentence: {
      open: 'Hakuna kilicholipwa wala kutumwa. Karatasi hii ni ya kukagua yaliyoandikwa tu.',
      provisional: 'Rejista bado haijabadilika. Hakuna anayeruhusiwa kuendesha kwa karatasi hii.',
      confirmed: 'Msajili ameidhinisha ombi hili; leseni ya muda iko kwenye rejista ya kituo kikuu.',
      ended: 'Ombi hili limefungwa na halikubadilisha chochote kwenye rejista.',
    },
    mayNot: ['kuitumia kama leseni ya udereva'],
  },
};

export const provisionalLicence: ProvisionalLicenceWords = {
  service,
  driver: {
    question: 'Nani anataka kujifunza udereva?',
    hint: 'Andika namba ya kitambulisho ulicho nacho. Rejista inachojua kinajijaza chenyewe.',
    dateOfBirth: 'Tarehe ya kuzaliwa',
    dateOfBirthHint: 'Kama kwenye kitambulisho, mfano 1999-04-30',
    take: 'Jaza kutoka kwenye rejista',
    askHub: 'Uliza kituo kikuu',
    unknown: 'Hana rekodi hapa bado. Andika kutoka kwenye kitambulisho; leseni ya kwanza haina rekodi.',
    age: (years) => (years === 1 ? 'mwaka 1' : `miaka ${years}`),
    holds: (classes) => `Ana daraja ${classes}`,
    learns: (of, until) => `Anajifunza ${of} hadi ${until}`,
    noClass: 'Hana daraja lolote bado',
  },
  class: {
    question: 'Daraja gani, na shule gani?',
    hint: 'Daraja moja hujifunzwa kwa wakati mmoja. Linachohitaji kimeandikwa chini yake.',
    class: 'Daraja',
    school: 'Shule ya udereva',
    schoolHint: 'Shule yenye leseni ambako mwanafunzi amejiandikisha',
    none: 'Bado hakuna daraja',
    label: (id) => `Daraja ${id}`,
    from: (age) => `Kuanzia umri wa miaka ${age}.`,
    after: (classes, years) => `Baada ya miaka ${years} ya daraja ${classes.join(' au ')}.`,
    unsure: 'Vyanzo vinatofautiana hapa. Vimeorodheshwa kwenye Mfumo, Kanuni na majedwali; msajili anaweza kuomba zaidi.',
    say: 'Utajifunza gari la aina gani, na katika shule gani ya udereva?',
  },
  promises: {
    school: (who, wanted, school) => `${who} anajifunza daraja ${wanted} katika ${school}, na anaendesha tu akiwa na mwalimu.`,
    truth: 'Tarehe ya kuzaliwa na fomu ya daktari ni za kweli; ya uongo inaondoa leseni.',
    fee: (amount) => `Ada ni ${amount}.`,
  },
};
