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
};
