import type { NewCaseWords } from '../en/new-case.ts';

export const newCase: NewCaseWords = {
  title: 'Kesi mpya',
  words: 'Mtu aliye kaunta anahitaji nini?',
  notAllowed: 'Wadhifa wako haufungui kesi. Karani, karani wa muuzaji magari au msimamizi hufungua.',
};
