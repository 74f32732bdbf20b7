import type { SearchWords } from '../en/search.ts';

export const search: SearchWords = {
  label: 'Tafuta',
  placeholder: 'Tafuta namba ya gari, chasisi, kitambulisho, PIN, simu, risiti …',
  results: 'Vilivyopatikana',
  kinds: { application: 'Kesi', vehicle: 'Magari', driver: 'Madereva na wanafunzi', person: 'Watu', receipt: 'Risiti' },
  nothing: (text) => `Hakuna kwenye PC hii kinacholingana na “${text}”.`,
  nothingHelp: 'Angalia herufi na tarakimu. Gari ambalo ofisi haijawahi kuliona linatafutwa ndani ya kesi mpya.',
  count: (count) => (count === 1 ? 'Kimoja kimepatikana' : `${count} vimepatikana`),
  failed: 'Utafutaji haukufanya kazi. Andika mara nyingine.',
  vehicle: 'Gari',
  driver: {
    title: 'Dereva au mwanafunzi',
    name: 'Jina',
    id: 'Kitambulisho',
    born: 'Kuzaliwa',
    bornOn: (day, age) => `${day}, miaka ${age}`,
    provisional: 'Leseni ya muda',
    provisionalOf: (number, drivingClass, until) => `${number}, daraja ${drivingClass}, hadi ${until}`,
    licences: 'Ana leseni ya',
    licensedSince: (drivingClass, day) => `${drivingClass} tangu ${day}`,
    lastTest: 'Mtihani wa mwisho',
    test: (drivingClass, outcome, day) =>
      `${drivingClass}: ${{ passed: 'alifaulu', failed: 'alishindwa', absent: 'hakuja' }[outcome]} ${day}`,
    resitFrom: (day) => `tena kuanzia ${day}`,
  },
  openCase: 'Fungua kesi',
  facts: { owner: 'Mmiliki', vehicle: 'Aina na modeli', chassis: 'Chasisi', source: 'Chanzo cha taarifa', open: 'Kesi iliyo wazi' },
  marks: {
    charge: (since, by) => `Lina deni la dhamana tangu ${since}, kwa ${by}. Haliwezi kuuzwa kabla halijaondolewa.`,
    caveat: (since, by) => `Lina zuio tangu ${since}, lililowekwa na ${by}. Haliwezi kuuzwa likiwepo.`,
    stolen: (since, by) => `Liliripotiwa kuibiwa ${since} na ${by}. Mwite msimamizi; usibishane kaunta.`,
  },
};
