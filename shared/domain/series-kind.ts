/** First letter of the numbers people see: receipts, hand-overs, and one series of references per service. */
export type SeriesKind = 'R' | 'H' | 'T' | 'D';
