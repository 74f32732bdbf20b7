import type { InterimLicenceBody } from '../../domain/services/interim-licence.ts';
import type { InterimLicenceWords } from '../en/interim-licence.ts';
import type { ServiceWords } from '../service-words.ts';

const service: ServiceWords<InterimLicenceBody> = {
  name: 'Leseni ya mpito ya udereva',
  about: 'Aliyefaulu mtihani wa udereva anaomba leseni ya kuendeshea hadi kadi itengenezwe. Ufaulu wake husomwa kwenye rekodi.',
  start: 'Anza leseni ya mpito',
  bring: 'Kinahitajika: kitambulisho cha dereva. Cheti cha umahiri lazima kiwe bado halali; ufaulu umo kwenye rekodi.',
  step: { driver: 'Dereva', class: 'Daraja' },
  subject: {
    question: 'Nani amefaulu mtihani?',
    sayWhich: 'Naomba kitambulisho chako, tafadhali.',
    stopTitle: 'Leseni ya mpito haiwezi kuombwa',
    sayStopped: 'Samahani, ombi lingine la leseni hii lazima liishe kwanza.',
    feeStopped: 'hakuna: leseni ya mpito haiwezi kuombwa sasa',
  },
  facts: ({ class: wanted }) => [['Daraja', { of: 'class', value: wanted }]],
  states: {
    meaning: { approved: 'Msajili ameidhinisha. Daraja limo kwenye rekodi ya dereva hadi leseni ya mpito iishe.' },
    may: {
      queued: 'Risiti inathibitisha malipo. Si leseni: hakuna anayeweza kuendesha nayo.',
      'in-review': 'Risiti inathibitisha malipo. Si leseni: hakuna anayeweza kuendesha nayo.',
      approved: 'Mwenye leseni hii ya mpito anaweza kuendesha daraja hili hadi iishe.',
      cancelled: 'Hakuna leseni ya mpito iliyotolewa.',
      conflict: 'Risiti inathibitisha malipo. Ombi hili halikutoa leseni ya mpito.',
      refused: 'Risiti inathibitisha kilicholipwa. Hakuna leseni ya mpito iliyotolewa.',
    },
    say: {
      approved: 'Habari njema: leseni yako ya mpito imeidhinishwa. Hii hapa.',
      declined: 'Ombi hili lilikataliwa, kwa hiyo hakuna kilichobadilika.',
    },
    next: { approved: 'Chapisha leseni ya mpito' },
  },
  registrar: {
    applicant: 'Dereva',
    others: 'Walio pamoja naye',
    approveTitle: (who) => `Idhinisha leseni ya mpito ya ${who}`,
    approveHint: () => 'Daraja linaandikwa kwenye rekodi hadi leseni ya mpito iishe, na ofisi inaweza kuichapisha.',
    returnTitle: (who) => `Rudisha ombi la leseni ya mpito la ${who}`,
    refuseTitle: (who) => `Kataa ombi la leseni ya mpito la ${who}`,
  },
  paper: {
    sentence: {
      open: 'Hakuna kilicholipwa wala kutumwa. Karatasi hii ni ya kuangalia yaliyoandikwa tu.',
      provisional: 'Rejista bado haijabadilika. Hakuna anayeweza kuendesha kwa karatasi hii.',
      confirmed: 'Msajili ameidhinisha ombi hili; leseni ya mpito ni karatasi yake yenyewe.',
      ended: 'Ombi hili limefungwa, na halikubadilisha chochote kwenye rejista.',
    },
    mayNot: ['kuitumia kama leseni ya udereva'],
  },
};

export const interimLicence: InterimLicenceWords = {
  service,
  driver: {
    question: 'Nani amefaulu mtihani?',
    hint: 'Andika namba ya kitambulisho ulicho nacho, na uchukue rejista inachojua.',
    unknown: 'Hakuna rekodi hapa. Matokeo yaliyotolewa leo hufika ofisi hii mtandao ukiwapo: uliza kituo kikuu.',
  },
  class: {
    question: 'Kwa daraja gani?',
    hint: 'Hapa yapo madaraja aliyofaulu tu, kila moja na mwisho wa cheti chake cha umahiri.',
    class: 'Daraja',
    passed: (id, name, until) => `${id} · ${name} · cheti hadi ${until}`,
    none: 'Bado hakuna daraja',
    noPass: 'Hakuna ufaulu kwenye rekodi hii. Matokeo yaliyotolewa leo hufika ofisi hii mtandao ukiwapo.',
    label: (id) => `Daraja ${id}`,
    say: 'Umefaulu daraja gani?',
  },
  paperTitle: (reference) => `Leseni ya mpito ${reference}`,
  promises: {
    passed: (who, wanted) => `${who} amefaulu mtihani wa daraja ${wanted}, na hataendesha kingine kwa leseni hii.`,
    wait: 'Hakuna anayeendesha nayo kabla msajili hajaidhinisha.',
    fee: (amount) => `Ada ni ${amount}.`,
  },
};
