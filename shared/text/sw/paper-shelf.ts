import type { PaperShelfWords } from '../en/paper-shelf.ts';

export const paperShelf: PaperShelfWords = {
  title: 'Rafu, kwa muda',
  total: (count) => (count === 1 ? 'KITU 1 KINASUBIRI' : `VITU ${count} VINASUBIRI`),
  oldest: (days) => `Kilichokaa zaidi: siku ${days}.`,
  empty: 'Rafu iko tupu.',
  byAge: 'Vimesubiri muda gani',
  age: 'Vimesubiri',
  count: 'Vitu',
  items: (shown, total) => (shown === total ? 'Kila kitu, kilichokaa zaidi kwanza' : `${shown} vilivyokaa zaidi, kati ya ${total}`),
  place: 'Mahali',
  plate: 'Namba ya gari',
  kind: 'Kitu',
  owner: 'Mmiliki',
  since: 'Tangu',
  days: 'Siku',
};
