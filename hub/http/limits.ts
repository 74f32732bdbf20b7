/** Sizes and times that keep one caller from taking the hub from the others. */
export const limits = {
  /** A batch is at most 512 kB of payloads (DESIGN §4) with its envelopes; measured after gunzip. */
  pushBytes: 2_000_000,
  /** Every other message is a few lines. */
  messageBytes: 64_000,
  /** The counter takes scans up to 20 MB (issue 2, item 6). */
  scanBytes: 25_000_000,
  jsonDepth: 32,
  headersTimeoutMs: 10_000,
  /** A part of a scan on a line of 64 kbit/s takes half a minute; a letter of 96 MB on 4 Mbit/s over three. */
  requestTimeoutMs: 300_000,
  maxConnections: 2_000,
  /** Four of the twenty connections to the database stay for everything else. */
  pushesAtOnce: 16,
  /** However fast they are answered: packed, all of them hold 200 MB at the most. */
  pushesWaiting: 100,
  /** No more wait than are answered by then, as fast as the last ones were; 99 in 100 within 2 s (RELIABILITY B9). */
  pushAnswerMs: 1_000,
  /** Of a crowd that takes longer to answer the last come once in vain. */
  longestRetryAfterMs: 60_000,
  /** A counter has two batches under way (DESIGN §4). */
  pushesAtOnceOfDevice: 2,
  maxHeaderBytes: 8_192,
  /** An office PC's clock may be wrong, and its requests do no harm when repeated; beyond a day it must be mended (RELIABILITY §3 C). */
  clockSkewMs: 24 * 60 * 60_000,
  /** Smaller answers gain nothing from gzip. */
  gzipFromBytes: 2_000,
  closeTimeoutMs: 10_000,
} as const;
