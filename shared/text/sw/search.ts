import type { SearchWords } from '../en/search.ts';

export const search: SearchWords = {
  label: 'Tafuta',
  placeholder: 'Tafuta namba ya gari, chasisi, kitambulisho, PIN, simu, risiti …',
  results: 'Vilivyopatikana',
  kinds: { application: 'Kesi', vehicle: 'Magari', person: 'Watu', receipt: 'Risiti' },
  nothing: (text) => `Hakuna kwenye PC hii kinacholingana na “${text}”.`,
  nothingHelp: 'Angalia herufi na tarakimu. Gari ambalo ofisi haijawahi kuliona linatafutwa ndani ya kesi mpya.',
  count: (count) => (count === 1 ? 'Kimoja kimepatikana' : `${count} vimepatikana`),
  failed: 'Utafutaji haukufanya kazi. Andika mara nyingine.',
  vehicle: 'Gari',
  openCase: 'Fungua kesi',
  facts: { owner: 'Mmiliki', vehicle: 'Aina na modeli', chassis: 'Chasisi', source: 'Chanzo cha taarifa', open: 'Kesi iliyo wazi' },
  marks: {
    charge: (since, by) => `Lina deni la dhamana tangu ${since}, kwa ${by}. Haliwezi kuuzwa kabla halijaondolewa.`,
    caveat: (since, by) => `Lina zuio tangu ${since}, lililowekwa na ${by}. Haliwezi kuuzwa likiwepo.`,
    stolen: (since, by) => `Liliripotiwa kuibiwa ${since} na ${by}. Mwite msimamizi; usibishane kaunta.`,
  },
};
