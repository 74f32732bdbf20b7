/** First letter of the numbers people see: receipts, and one series of references per service. */
export type SeriesKind = 'R' | 'T' | 'D';
