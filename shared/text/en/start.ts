/** Words before anybody has signed in: first start, unlocking, opening, failures, the first admin. */
export const start = {
  title: 'What is this PC for?',
  intro: 'You choose once. Both can be on the same PC, but their data never meet.',
  practice: {
    title: 'Practice office',
    words: 'Learn with made-up vehicles and people. Every paper says PRACTICE. Nothing real can happen and nothing leaves this PC.',
    choose: 'Open the practice office',
  },
  enrol: {
    title: 'Enrol this PC',
    words: 'Make this PC a counter of your office. You need the address of the hub and the one-time code from your head office.',
    choose: 'Enrol this PC',
    formTitle: 'Enrol this PC',
    formWords: 'This needs the line once. After that the PC works with the line down.',
    hubUrl: 'Address of the hub',
    hubUrlHelp: 'As your head office wrote it, such as https://hub.example.go.ke',
    hubUrlWrong: 'This is not a web address. It starts with https:// or http://.',
    code: 'One-time code',
    codeHelp: 'It works once and names your office and desk.',
    codeMissing: 'Type the code from your head office.',
    passphrase: 'Passphrase for this PC',
    passphraseHelp:
      'This PC has no safe place for a key, so Kaunta asks for this passphrase at each start. At least 12 characters; four words are easiest. Nobody can bring it back if it is lost.',
    passphraseAgain: 'The same passphrase again',
    passphraseDiffers: 'The two passphrases are not the same.',
    submit: 'Enrol',
    working: 'Asking the hub and making the data file. This can take a few seconds.',
  },
  unlock: {
    title: 'Unlock this PC',
    words: 'The data on this PC are locked. Type the passphrase that was chosen when it was enrolled.',
    passphrase: 'Passphrase',
    submit: 'Unlock',
  },
  opening: {
    title: 'Opening the office',
    words: 'Kaunta is opening the data file and checking it.',
    practiceWords:
      'Kaunta is setting up the practice office: its own hub, 5,000 vehicles and 2,000 people. The first time takes a few seconds.',
  },
  failed: {
    title: 'Kaunta cannot open the data on this PC',
    nothingLost: 'Nothing was changed and nothing was deleted.',
    code: (code: string) => `Tell support: ${code}`,
    unknown: 'Kaunta met something it does not know while opening the data. Start it once more; if it comes back, call support.',
    retry: 'Look again',
  },
  admin: {
    title: 'Make the first admin',
    words: (office: string) => `${office} has nobody yet. The first admin adds everybody else.`,
    name: 'Full name',
    login: 'Sign-in name',
    loginHelp: 'Small letters and digits, at least 3. Typed once a day, so keep it short.',
    password: 'Password',
    passwordHelp: (min: number) => `At least ${min} characters; three words in a row are easiest.`,
    passwordAgain: 'The same password again',
    passwordDiffers: 'The two passwords are not the same.',
    nameShort: 'Type the full name.',
    loginShort: 'Use at least 3 letters or digits.',
    submit: 'Make the admin',
  },
  notConnected: 'Kaunta is not connected to NTSA or eCitizen. It talks to its own hub.',
  version: (version: string) => `Version ${version}`,
};

export type StartWords = typeof start;
