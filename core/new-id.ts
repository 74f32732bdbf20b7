import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const ID_BYTES = 16;
/** Randomness of 256 ids: fetching it costs more than anything else of an id, and a dealer's file takes ten thousand. */
const pool = new Uint8Array(256 * ID_BYTES);
let used = pool.length;
let [msecs, seq] = [-Infinity, 0];

/** A UUIDv7, larger than every one made before by this process, also within a millisecond or after the clock was set back (RFC 9562 §6.2). */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, (used += ID_BYTES));
  const nowMs = Date.now();
  if (nowMs > msecs) [msecs, seq] = [nowMs, new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1];
  else if ((seq += 1) > 0xffff_ffff) [msecs, seq] = [msecs + 1, 0];
  return v7({ random, msecs, seq });
}
