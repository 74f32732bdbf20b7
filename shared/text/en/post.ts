const acts = (count: number) => (count === 1 ? '1 act' : `${count} acts`);
const scans = (count: number) => (count === 1 ? '1 scan' : `${count} scans`);

/** What waits, as it is said in a sentence. */
const load = (actCount: number, scanCount: number) => {
  const parts = [...(actCount > 0 ? [acts(actCount)] : []), ...(scanCount > 0 ? [scans(scanCount)] : [])];
  return parts.join(' and ');
};

export const post = {
  open: 'Post by hand',
  title: 'Post by hand',
  words: 'When the line stays away, what waits goes to the hub on a memory stick, and the hub’s answer comes back on it.',
  back: 'Back to the queue',
  step: (number: number, title: string) => `${number}. ${title}`,

  write: {
    title: 'Here: write a letter',
    words: 'Puts everything that waits into one sealed file. Save it on a stick. Nothing leaves the queue by it.',
    action: 'Write a letter',
    waiting: (actCount: number, scanCount: number) => `Waits for the hub now: ${load(actCount, scanCount)}.`,
    nothingWaits: 'Nothing waits for the hub now.',
    needsRole: 'A supervisor or an admin writes the letter.',
    done: (actCount: number, scanCount: number) =>
      `The letter is written: ${load(actCount, scanCount) || 'what concerns this PC alone'}. Take its file to an office that has a line, or to the head office.`,
  },
  carry: {
    title: 'At an office with a line: carry it',
    words:
      'Choose another office’s letter on the stick. It goes to the hub over this office’s line, and you save the hub’s answer on the stick.',
    sealed: 'Nobody here can read either.',
    action: 'Carry a letter',
    done: (office: string, deviceNo: number) =>
      `The hub has taken the letter of ${office}, PC ${deviceNo}. Its answer is saved: take that file back to ${office}.`,
  },
  read: {
    title: 'Back here: read the answer',
    words: 'Choose the hub’s answer on the stick. What it answers leaves the queue, as if it had come over the line.',
    sealed: 'Only the PC that wrote the letter can read it.',
    action: 'Read the answer',
    needsRole: 'A supervisor or an admin reads the answer.',
    done: 'The answer is read',
    answered: (count: number) => (count === 0 ? 'The hub answered no act.' : `The hub answered ${acts(count)}.`),
    refused: (count: number) => `It refused ${count}: open the case in the queue and mend what the hub names.`,
    conflicts: (count: number) => `${count === 1 ? '1 is' : `${count} are`} in conflict: open the case in the queue and choose a way on.`,
    scans: (count: number) => `The hub now has ${scans(count)}.`,
    changes: (count: number) => `${count === 1 ? '1 piece of news from the hub was' : `${count} pieces of news from the hub were`} read.`,
    stopped: (reason: string) => `The hub stopped before the end. ${reason} What it did not answer still waits here.`,
  },

  chooser: 'Choose a letter file',
  saveAgain: 'Save the file again',

  table: 'Letters of this PC',
  writtenAt: 'Written',
  contents: 'What it carries',
  load,
  ownOnly: 'Only what concerns this PC',
  size: 'Size',
  state: 'Answer',
  answered: 'Answered',
  notAnswered: 'Not answered yet',
  answeredAt: (when: string) => `read ${when}`,
  file: 'File',
  emptyTitle: 'No letter was written yet',
  emptyWords: 'Each letter of this PC will stand here until its answer has been read.',
};

export type PostWords = typeof post;
