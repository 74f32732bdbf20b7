export const newCase = {
  title: 'New case',
  words: 'What does the person at the counter need?',
  services: { transfer: 'A vehicle goes from one owner to the next: seller and buyer confirm, the fee is paid, the registrar decides.' },
  start: { transfer: 'Start a transfer' },
  bring: {
    transfer: 'Needed: the logbook, both ID cards, both KRA PINs, the buyer’s phone.',
  },
  notAllowed: 'Your role does not open cases. A clerk, a dealer’s clerk or a supervisor does.',
};

export type NewCaseWords = typeof newCase;
