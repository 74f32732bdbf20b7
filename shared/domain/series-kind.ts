/** First letter of the numbers people see: receipts, hand-overs, batches, school lists, test results, and one series of references per service. */
export type SeriesKind = 'R' | 'H' | 'B' | 'L' | 'E' | 'T' | 'D' | 'P' | 'S' | 'I';
