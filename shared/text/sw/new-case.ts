import type { NewCaseWords } from '../en/new-case.ts';

export const newCase: NewCaseWords = {
  title: 'Kesi mpya',
  words: 'Mtu aliye kaunta anahitaji nini?',
  services: {
    transfer: 'Gari linatoka kwa mmiliki mmoja kwenda kwa mwingine: muuzaji na mnunuzi wanathibitisha, ada inalipwa, msajili anaamua.',
  },
  start: { transfer: 'Anza uhamisho' },
  bring: {
    transfer: 'Zinahitajika: hati ya gari, vitambulisho viwili, PIN mbili za KRA, simu ya mnunuzi.',
  },
  notAllowed: 'Wadhifa wako haufungui kesi. Karani, karani wa muuzaji magari au msimamizi hufungua.',
};
