export const newCase = {
  title: 'New case',
  words: 'What does the person at the counter need?',
  notAllowed: 'Your role does not open cases. A clerk, a dealer’s clerk or a supervisor does.',
};

export type NewCaseWords = typeof newCase;
