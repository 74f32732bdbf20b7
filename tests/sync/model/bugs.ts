/** Bugs that the laws must find: each is what a hurried programmer might write (RELIABILITY B10). */
export const plantedBugs = {
  'no-dedup': 'the hub forgets what it has answered',
  'whole-batch': 'a partial answer counts for the whole batch',
  'outbox-in-memory': 'what was not sent before a crash is forgotten',
  'cursor-before-page': 'the cursor is saved before its page',
  'naive-cursor': 'the hub hands out changes by number while others are still to commit',
  'wall-clock-order': 'the newer by the clock wins over the newer at the hub',
  'new-id-on-retry': 'an act that is asked for again gets a new id',
  'error-is-success': 'a 500 counts as an answer',
  'half-batch': 'the hub applies a batch outside a transaction',
  'counter-reset': 'a restored file goes on in its old epoch and series',
  'unsigned-accepted': 'the hub does not check who signed',
  'waits-for-counter': 'the hub tries what waits only when its counter sends it again',
  'answer-of-other-epoch': 'a stored answer is found by its number alone',
} as const;
export type PlantedBug = keyof typeof plantedBugs;
export type Bug = PlantedBug | 'none';
