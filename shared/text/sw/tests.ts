import type { TestsWords } from '../en/tests.ts';

export const tests: TestsWords = {
  hint: 'Kijani ni kamili hapa na sasa, hata laini ikikatika. Enter huweka nafasi ya kipindi hicho.',
  emptyTitle: 'Hakuna mitihani ya udereva iliyofunguliwa',
  empty: 'Kituo kikuu hufungua vipindi kwa kituo, siku na daraja. Vitaonekana hapa mara kitakapoiarifu ofisi hii.',
  tabs: { label: 'Mitihani ya udereva', calendar: 'Kalenda', day: 'Siku ya mtihani' },
  place: { class: 'Daraja', centre: 'Kituo cha mtihani' },
  calendar: {
    label: (of, centre) => `Nafasi za daraja ${of} katika ${centre}`,
    day: 'Siku',
    cell: (day, time) => `${day} ${time}`,
    keptCentre: (name) => `${name} · ziko tayari`,
    kept: 'Nafasi za daraja na kituo hiki zinawekwa tayari hapa.',
    notKept: 'Hakuna nafasi zinazowekwa tayari hapa: ni orodha ya kusubiri tu.',
    keep: 'Weka nafasi tayari',
    giveBack: 'Rudisha nafasi',
    state: {
      final: (left) => (left === 1 ? 'nafasi 1' : `nafasi ${left}`),
      asked: () => 'ziko njiani',
      'wait-list': () => 'kusubiri',
      closed: () => 'imefungwa',
    },
    noSession: 'hakuna kipindi',
    until: (when) => `hadi ${when}`,
    atHub: (seats) => `hapa hakuna · ${seats} nchini`,
  },
  booked: {
    title: 'Zilizowekwa na ofisi hii',
    heading: (shown, total) =>
      shown === total ? `Zilizowekwa na ofisi hii: ${total}` : `Zilizowekwa na ofisi hii: ${shown} zijazo kati ya ${total}`,
    none: 'Hakuna inayokuja bado. Chagua kipindi hapo juu ubonyeze Enter.',
  },
  column: {
    day: 'Siku',
    session: 'Saa',
    class: 'Daraja',
    seat: 'Nafasi',
    candidate: 'Mtahiniwa',
    centre: 'Kituo cha mtihani',
    number: 'Namba',
  },
};
