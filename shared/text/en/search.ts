export const search = {
  label: 'Find',
  placeholder: 'Find plate, chassis, ID, PIN, phone, receipt …',
  results: 'What was found',
  kinds: { application: 'Cases', vehicle: 'Vehicles', person: 'People', receipt: 'Receipts' },
  nothing: (text: string) => `Nothing on this PC fits “${text}”.`,
  nothingHelp: 'Check the letters and digits. A vehicle the office has never seen is looked up inside a new case.',
  count: (count: number) => (count === 1 ? 'One found' : `${count} found`),
  failed: 'The search did not work. Type once more.',
};

export type SearchWords = typeof search;
