import type { DoorText } from '../en/door.ts';

/** The page a browser gets from the web host when it has no session, in Swahili. */
export const door: DoorText = {
  language: 'sw',
  noSession: {
    title: 'Fungua Kaunta kwa kiungo chake',
    body: 'Kwa usalama, Kaunta hufunguliwa tu kwa kiungo cha mara moja kilichochapishwa kwenye dirisha ilipoanzishwa. Kiungo kipya sasa kiko hapo.',
  },
  usedLink: {
    title: 'Kiungo hiki hakifungui Kaunta tena',
    body: 'Kila kiungo hufungua Kaunta mara moja tu. Tumia kiungo kipya zaidi kwenye dirisha Kaunta ilipoanzishwa.',
  },
  opening: { title: 'Kaunta inafunguka', body: 'Ikiwa hakuna kinachotokea, pakia ukurasa huu upya.' },
};
