export const search = {
  label: 'Find',
  placeholder: 'Find plate, chassis, ID, PIN, phone, receipt …',
  results: 'What was found',
  kinds: { application: 'Cases', vehicle: 'Vehicles', driver: 'Drivers and learners', person: 'People', receipt: 'Receipts' },
  nothing: (text: string) => `Nothing on this PC fits “${text}”.`,
  nothingHelp: 'Check the letters and digits. A vehicle the office has never seen is looked up inside a new case.',
  count: (count: number) => (count === 1 ? 'One found' : `${count} found`),
  failed: 'The search did not work. Type once more.',
  vehicle: 'Vehicle',
  driver: {
    title: 'Driver or learner',
    name: 'Name',
    id: 'ID',
    born: 'Born',
    bornOn: (day: string, age: number) => `${day}, ${age} years old`,
    provisional: 'Provisional licence',
    provisionalOf: (number: string, drivingClass: string, until: string) => `${number}, class ${drivingClass}, until ${until}`,
    licences: 'Licensed for',
    licensedSince: (drivingClass: string, day: string) => `${drivingClass} since ${day}`,
    lastTest: 'Last test',
    test: (drivingClass: string, outcome: 'passed' | 'failed' | 'absent', day: string) => `${drivingClass} ${outcome} on ${day}`,
    resitFrom: (day: string) => `again from ${day}`,
  },
  openCase: 'Open the case',
  facts: { owner: 'Owner', vehicle: 'Make and model', chassis: 'Chassis', source: 'Known from', open: 'Open case' },
  marks: {
    charge: (since: string, by: string) => `A charge stands on it since ${since}, for ${by}. It cannot be sold before it is discharged.`,
    caveat: (since: string, by: string) => `A caveat stands on it since ${since}, by ${by}. It cannot be sold while it stands.`,
    stolen: (since: string, by: string) =>
      `It was reported stolen on ${since} by ${by}. Call your supervisor; do not argue at the counter.`,
  },
};

export type SearchWords = typeof search;
