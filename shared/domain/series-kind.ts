/** First letter of the numbers people see: receipts, hand-overs, batches, and one series of references per service. */
export type SeriesKind = 'R' | 'H' | 'B' | 'T' | 'D' | 'P' | 'S';
