import type { PaperTradeRegisterWords } from '../en/paper-trade-register.ts';

export const paperTradeRegister: PaperTradeRegisterWords = {
  title: 'Rejista ya safari za mabamba ya KD',
  of: (dealer, kraPin) => `${dealer} · PIN ya KRA ${kraPin}`,
  total: (count) => `SAFARI ${count}`,
  out: (count) => (count === 1 ? 'Bamba 1 bado liko nje.' : `Mabamba ${count} bado yako nje.`),
  allBack: 'Mabamba yote yamerudi.',
  rule: 'Bamba la KD ni la ukaguzi na safari za majaribio, kuhamisha kati ya wauzaji au kwenda kwa mnunuzi, mizani, na kuvutwa baada ya kuharibika, kuanzia saa 12 asubuhi hadi saa 12 jioni.',
  number: 'Na.',
  plate: 'Bamba',
  left: 'Kutoka',
  back: 'Kurudi',
  vehicle: 'Pikipiki',
  journey: 'Safari',
  driver: 'Dereva',
  isOut: 'NJE',
  isLate: 'IMECHELEWA',
  isDoubled: 'NJE MARA MBILI',
  empty: 'Hakuna bamba la KD lililotoka katika siku hizi.',
  dealerSign: 'Kwa niaba ya muuzaji',
  inspectorSign: 'Imeonekana na',
};
