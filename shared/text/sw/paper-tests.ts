import type { paperTests as en } from '../en/paper-tests.ts';

export const paperTests: typeof en = {
  slipTitle: 'Mtihani wa udereva',
  listTitle: 'Mitihani: orodha ya siku',
  final: 'NAFASI NI YAKO · FINAL',
  finalSentence: 'Nafasi hii ni yako. Haitegemei mtandao wala jibu lolote la baadaye.',
  notABooking: 'SI NAFASI · NOT A BOOKING',
  notABookingSentence:
    'Hakuna nafasi uliyowekewa. Uko kwenye orodha ya kusubiri, na ofisi hii itakuarifu nafasi ikipatikana. Usiende kwenye mtihani kwa karatasi hii.',
  seat: 'Nafasi',
  place: 'Mahali kwenye orodha ya kusubiri',
  session: { morning: 'asubuhi', afternoon: 'mchana' },
  start: 'Fika kabla ya',
  askedFor: (session) => `iliyoombwa, ${session}; bado hakuna nafasi`,
  candidate: 'Mtahiniwa',
  licenceClass: 'Daraja',
  provisional: 'Leseni ya muda',
  attempt: (count) => `jaribio la ${count}`,
  bringTitle: 'Njoo na',
  bring: ['kitambulisho chako halisi', 'leseni yako ya muda', 'fomu ya macho na afya', 'karatasi hii'],
  seats: (taken) => `Watahiniwa ${taken}`,
  listWord: (when) => `Kama PC hii ilivyokuwa nayo, ${when}.`,
  listHeard: (when) =>
    `Kituo kikuu kilisikika mara ya mwisho ${when}: nafasi iliyotolewa na ofisi nyingine baadaye haipo kwenye orodha hii. Mkate asiyefika.`,
  listNeverHeard: 'Kituo kikuu hakijasikika kamwe: nafasi za ofisi nyingine hazipo kwenye orodha hii. Mkate asiyefika.',
  schoolTitle: 'Mitihani: orodha ya shule',
  school: 'Shule ya udereva',
  schoolContact: 'Imeletwa na',
  schoolFinal: 'Kila nafasi hapa ni ya mtahiniwa mwenyewe. Kila mtahiniwa anakuja na slipu yake.',
  schoolWaiting:
    'Watahiniwa hawa hawana nafasi na hakuna kilicholipwa kwa ajili yao. Wasiende kwenye mtihani hadi ofisi hii iwapigie simu.',
  bookingNumber: 'Namba',
  result: 'Matokeo',
  examiner: 'Mtahini, jina na sahihi',
  supervisor: 'Msimamizi, jina na sahihi',
};
