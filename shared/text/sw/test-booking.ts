import type { TestBookingBody } from '../../domain/services/test-booking.ts';
import type { TestBookingWords } from '../en/test-booking.ts';
import type { ServiceWords } from '../service-words.ts';

const service: ServiceWords<TestBookingBody> = {
  name: 'Mtihani wa udereva',
  about:
    'Mwanafunzi anapata nafasi katika kipindi kimoja cha kituo cha mtihani. Ikiwa nafasi ipo hapa, imewekwa kwa uhakika mara moja, hata bila mtandao.',
  start: 'Weka nafasi ya mtihani',
  bring: 'Zinahitajika: kitambulisho cha mwanafunzi, leseni yake ya muda, na siku inayomfaa.',
  step: { driver: 'Mtahiniwa', place: 'Siku' },
  subject: {
    question: 'Nani anafanya mtihani?',
    sayWhich: 'Naomba kitambulisho chako, tafadhali.',
    stopTitle: 'Mtihani hauwezi kuwekwa',
    sayStopped: 'Samahani, ombi lingine la mtihani huu lazima liishe kwanza.',
    feeStopped: 'hakuna: mtihani hauwezi kuwekwa sasa',
  },
  facts: ({ class: wanted, centre, day, session, seat }) => [
    ['Daraja', { of: 'class', value: wanted }],
    ['Kituo cha mtihani', { of: 'centre', value: centre }],
    ['Siku', { of: 'day', value: day }],
    ['Kipindi', { of: 'session', value: session }],
    ['Nafasi', seat === null ? '' : String(seat.seat)],
  ],
  states: {
    meaning: {
      approved: 'KAMILI. Nafasi iliazimwa kwa ofisi hii mapema, kwa hiyo ni ya mtahiniwa; hakuna cha kusubiri.',
      cancelled: 'Imefutwa katika ofisi hii. Nafasi iko wazi kwa mtahiniwa mwingine.',
      conflict: 'Ofisi nyingine ilimwekea mtahiniwa huyu mtihani kwanza, kwa hiyo nafasi hii haikukubaliwa.',
      returned: 'Kituo kikuu hakikukubali nafasi hii. Chagua kipindi kingine na utume tena; hakuna malipo zaidi.',
    },
    may: {
      approved: 'Mtahiniwa anafika kwenye kituo cha mtihani siku hii akiwa na kitambulisho na leseni ya muda.',
      cancelled: 'Mtahiniwa hana nafasi. Risiti inathibitisha kilicholipwa.',
      conflict: 'Risiti inathibitisha malipo. Nafasi ile nyingine ndiyo inayohesabika.',
      returned: 'Risiti inabaki halali. Karatasi hii si nafasi tena.',
      declined: 'Hakuna kilicholipwa, na hakuna nafasi iliyochukuliwa.',
      expired: 'Hakuna kilicholipwa, na hakuna nafasi iliyochukuliwa.',
    },
    say: {
      approved: 'Nafasi yako imewekwa na ni kamili. Tafadhali fika kwa wakati, ukiwa na kitambulisho na leseni ya muda.',
      cancelled: 'Nafasi imefutwa. Huna nafasi tena siku hiyo.',
      returned: 'Nafasi yako haikukubaliwa. Acha nikusahihishie; hakuna malipo zaidi.',
      declined: 'Ombi hili lilikataliwa, kwa hiyo hakuna kilichobadilika.',
    },
    next: { approved: 'Hakuna: mtahiniwa atakuja kwenye mtihani', returned: 'Chagua kipindi na utume tena' },
  },
  registrar: {
    applicant: 'Mtahiniwa',
    others: 'Walio pamoja naye',
    approveTitle: (who) => `Idhinisha mtihani wa ${who}`,
    approveHint: () => 'Nafasi za mtihani huidhinishwa na kituo kikuu chenyewe.',
    returnTitle: (who) => `Rudisha ombi la mtihani la ${who}`,
    refuseTitle: (who) => `Kataa ombi la mtihani la ${who}`,
  },
  paper: {
    sentence: {
      open: 'SI NAFASI. Hakuna kilicholipwa na hakuna nafasi iliyochukuliwa.',
      provisional: 'SI NAFASI. Kituo kikuu hakikuikubali kama ilivyotumwa.',
      confirmed: 'KAMILI. Nafasi ni ya mtahiniwa.',
      ended: 'SI NAFASI. Ombi hili limefungwa, na nafasi yake iko wazi.',
    },
    mayNot: ['kuitumia kama leseni ya udereva', 'kumpa mtu mwingine nafasi hii'],
  },
};

export const testBooking: TestBookingWords = {
  service,
  driver: {
    question: 'Nani anafanya mtihani?',
    hint: 'Andika namba ya kitambulisho ulicho nacho, na uchukue rejista inachojua.',
    unknown: 'Hakuna rekodi hapa. Bila rekodi mtihani hauwezi kuwekwa: uliza kituo kikuu, au anza na leseni ya muda.',
  },
  place: {
    question: 'Mtihani gani, wapi na lini?',
    hint: 'Nafasi inatolewa yenyewe malipo yanapopokelewa.',
    class: 'Daraja',
    centre: 'Kituo cha mtihani',
    day: 'Siku',
    session: 'Kipindi',
    say: 'Ungependa kufanya mtihani siku gani na katika kituo gani?',
    label: (of, day) => `Daraja ${of}, ${day}`,
    none: 'Siku bado haijachaguliwa',
    seats: {
      final: (left) => (left === 1 ? 'nafasi 1' : `nafasi ${left}`),
      asked: 'nafasi ziko njiani',
      'wait-list': 'hakuna nafasi hapa',
      closed: 'imefungwa',
    },
    final: (until) => `KAMILI mara moja. Nafasi zilizo hapa zinaweza kutolewa hadi ${until}.`,
    asked: 'Nafasi za kipindi hiki ziko njiani kutoka kituo kikuu. Zikifika kinaweza kuwekwa.',
    'wait-list':
      'Hakuna nafasi ya kipindi hiki iliyoko hapa, kwa hiyo hakiwezi kuwekwa sasa. Iliyopo ni orodha ya kusubiri tu: SI NAFASI, na hakuna ada.',
    closed: 'Muda wa kuweka nafasi ya siku hii umeisha.',
    clock: 'Saa ya kompyuta hii ilirudishwa nyuma. Hakuna kinachoweza kuwekwa hadi iwe sahihi au kituo kikuu kisikike.',
    noSessions: 'Kituo kikuu hakijafungua vipindi vya daraja hili katika kituo hiki.',
    keep: 'Weka nafasi za kituo hiki tayari',
    kept: 'Nafasi za daraja na kituo hiki zinawekwa tayari hapa.',
  },
  wait: {
    action: 'Weka kwenye orodha ya kusubiri',
    done: (place) => `Yuko kwenye orodha ya kusubiri, namba ${place}. SI NAFASI, na hakuna ada iliyopokelewa.`,
  },
  reschedule: {
    title: 'Hamisha mtihani',
    hint: 'Nafasi ya sasa inaachwa wazi papo hapo kwa mtahiniwa mwingine. Daraja na risiti havibadiliki.',
    free: 'Kinaweza kuchaguliwa tu kipindi chenye nafasi hapa.',
    reason: 'Kwa nini unahamishwa?',
    action: 'Hamisha mtihani',
    keep: 'Uache ulivyo',
    done: (seat) => `Mtihani umehamishwa. KAMILI: nafasi ${seat}.`,
  },
  promises: {
    come: (who, day, centre) => `${who} anafanya mtihani ${day} katika ${centre}, na analeta kitambulisho na leseni ya muda.`,
    moved: 'Hakuna kanuni iliyochapishwa inayorudisha ada mtihani ukifutwa au mtahiniwa asipofika.',
    fee: (amount) => `Ada ni ${amount}.`,
  },
};
