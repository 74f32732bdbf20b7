import type { GridWords } from '../en/grid.ts';

export const grid: GridWords = {
  rowNumber: 'Namba ya mstari',
  place: (row, column) => `Mstari ${row}, ${column}`,
  noProblem: 'Hapa hakuna kosa.',
  leftOut: 'Mstari huu umewekwa kando: hauhesabiwi popote hadi urudishwe.',
  counts: 'Mistari kwa hali',
  good: (count) => `${count} sawa`,
  bad: (count) => `${count} ya kurekebisha`,
  aside: (count) => `${count} imewekwa kando`,
  total: (count) => (count === 1 ? 'mstari 1' : `mistari ${count}`),
  keys: {
    open: 'Hariri kisanduku',
    nextProblem: 'Kosa linalofuata',
    problemBefore: 'Kosa lililotangulia',
    fillDown: 'Jaza kwenda chini',
    undo: 'Tengua',
    redo: 'Rudia',
  },
};
