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
      'This PC has no safe place for a key, so Kaunta asks for this passphrase at each start. At least 12 characters; four words are easiest. If it is lost, only the printed recovery code opens the data.',
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
  /** The data file cannot be worked with: what happened, and the ways back. */
  recovery: {
    title: {
      damaged: 'The data file on this PC is damaged',
      missing: 'The data file is not where it was',
      'set-back': 'The data file is older than its copies',
      'wrong-key': 'This key does not open the data',
      'key-missing': 'The key to the data is missing',
      'key-store-changed': 'This PC no longer hands out the key to the data',
      'newer-file': 'These data were written by a newer Kaunta',
    },
    words: {
      damaged:
        'It does not read as it was written: perhaps the disk fails, or the power went while it was copied. Kaunta does not work with it.',
      missing: 'The folder is there, but the file with the office’s work is gone: moved, or on a disk that is not plugged in.',
      'set-back':
        'Somebody put an older file in its place. The copies know of later acts, which would be lost and their numbers given twice.',
      'wrong-key': 'The data belong to another key: perhaps they came from another PC.',
      'key-missing': 'The data are whole, but the file with their key is gone. Without it nobody can read them.',
      'key-store-changed': 'Windows keeps the key for one user of this PC. It is another user now, or the PC was set up anew.',
      'newer-file': 'An older program must not touch them. They are whole, and nothing was changed.',
    },
    kept: 'Nothing was changed and nothing is ever deleted here. What Kaunta replaces, it moves aside first.',
    choose: 'What you can do',
    restore: {
      title: 'Bring it back from the copies',
      upTo: (seq: number, what: string, when: string) => `Everything up to act ${seq} comes back: ${what}, ${when}.`,
      noAct: 'The copies hold no act of the office yet.',
      from: (when: string, acts: number) =>
        acts === 0
          ? `From the backup of ${when}.`
          : `From the backup of ${when}, and ${acts === 1 ? 'the act' : `the ${acts} acts`} after it.`,
      whole: 'The copy of the journal is whole: nothing that was acknowledged is missing.',
      hole: 'The copy of the journal has a hole. What was done after that act must be typed again from paper; receipts show what.',
      passedOver: (count: number) =>
        count === 1 ? 'One newer backup is damaged and is passed over.' : `${count} newer backups are damaged and are passed over.`,
      letter: 'Afterwards numbers go on under the next letter, so that none is given twice.',
      action: 'Bring it back',
      working: 'Bringing the data back',
      workingWords:
        'Kaunta reads the backup, does the acts after it once more and checks every row. Leave the PC on; this takes up to a minute for each GB.',
    },
    look: {
      title: 'Look in another folder',
      words: 'Copies may lie on a USB disk or on another PC. Plug it in and type its folder.',
      folder: 'Folder with the copies',
      folderHelp: 'Such as E:\\Kaunta copies',
      action: 'Look there',
      looked: (folders: string) => `Looked in: ${folders}`,
    },
    code: {
      title: 'Type the recovery code',
      words: 'It was printed when this PC was set up, and lies in the office’s safe. The head office also keeps the key.',
      code: 'Recovery code',
      passphrase: 'New passphrase for this PC',
      action: 'Open with the code',
    },
    again: {
      title: 'Look again',
      words: 'Put right what you can: plug a disk in, put a file back where it was. Then Kaunta looks once more.',
      action: 'Look again',
    },
    newer: {
      title: 'Install the newer Kaunta',
      words: 'Ask the head office for the version that wrote these data, and install it on this PC. Then start it: everything is there.',
    },
    fromCopies: {
      choose: 'Bring an office back from its copies',
      title: 'Bring an office back from its copies',
      words: 'The office’s old PC is gone, but its copies are on a disk. Type the folder; you also need the printed recovery code.',
    },
  },
  restored: {
    title: 'The data were brought back',
    words: (seq: number, what: string, when: string) => `Restored up to act ${seq}: ${what}, ${when}.`,
    nothing: 'Restored; the copies held no act.',
    letter: (letter: string) =>
      `Numbers now carry the letter ${letter}, because the numbers after that act may stand on papers that are already out.`,
    hole: 'The copy of the journal had a hole: compare the receipts on paper with the list on the Money page.',
    aside: (folder: string) => `The file of before lies in ${folder}.`,
  },
  left: {
    title: { left: 'This PC has left its office', revoked: 'The head office has locked this PC' },
    words: {
      left: 'Everything it did stands at the hub. It takes no new acts and nobody can sign in.',
      revoked: 'Its work is kept on this PC and cannot be opened here any more. Call the head office before you do anything else.',
    },
    since: (when: string) => `Since ${when}.`,
    reason: (reason: string) => `Their reason: ${reason}`,
    anew: {
      title: 'Enrol this PC anew',
      words:
        'The data of the old office are moved aside into a folder of their own; nothing is deleted. Then Kaunta starts like on a new PC and asks for a one-time code.',
      action: 'Move them aside and enrol anew',
    },
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
