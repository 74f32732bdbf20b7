import * as z from 'zod';
import { clockStates } from '../domain/clock.ts';
import { diskStates } from '../domain/disk-room.ts';
import { limitStates } from '../domain/offline-limit.ts';
import { id, instant, line } from './model.ts';
import { command, nothing, query } from './procedure.ts';

const bytes = z.int().min(0);
const count = z.int().min(0);

/** An epoch that this PC began after its enrolment, and the letter that its numbers carry from then on. */
const epoch = z.strictObject({ epoch: z.int(), seriesLetter: line, why: z.enum(['restored', 'copied', 'set-back']), at: instant });

const clock = z.strictObject({
  state: z.enum(clockStates),
  /** How far the hub's clock was ahead of this PC's at the last contact; null before the first. */
  hubAheadMs: z.int().nullable(),
  /** How far this PC's clock is behind its own last act; until it has caught up, acts are a millisecond apart. */
  behindLastActMs: z.int().min(0),
  lastActAt: instant.nullable(),
});

const disk = z.strictObject({
  state: z.enum(diskStates),
  freeBytes: bytes.nullable(),
  /** Below it people are warned. */
  lowBytes: bytes,
  /** Below it scans are refused; money and receipts are saved until the disk itself refuses. */
  noScansBytes: bytes,
});

const limits = z.strictObject({
  state: z.enum(limitStates),
  /** Whose limits they are: the hub's word, or what every counter starts with. */
  setBy: z.enum(['hub', 'kaunta']),
  /** Since when this PC has worked without the hub: its last word, or the oldest act that it has not taken. */
  aloneSince: instant,
  waiting: count,
  warnAt: instant,
  stopAt: instant,
  warnAtWaiting: count,
  stopAtWaiting: count,
  /** The kinds of act that stop, such as `applications.open`; taking money is never among them. */
  stoppedKinds: z.array(line),
});

/** What a power-cut drill saw. `lost`, `broken` and `gaps` are 0 on a disk that keeps its word. */
const drillReport = z.strictObject({
  cuts: count,
  /** Acts that were acknowledged before the last cut. */
  acknowledged: count,
  /** Acknowledged acts that were missing after a cut. */
  lost: count,
  /** Files that would not open after a cut, failed their checks, or whose chain did not verify. */
  broken: count,
  /** Receipt numbers that were missing or there twice. */
  gaps: count,
  /** Cuts that fell between an act's COMMIT and its acknowledgement: the file holds one act more, which nobody was told of. */
  inMidAct: count,
  tookMs: z.int().min(0),
});

export const system = {
  /** How this PC stands with its clock, its disk and its limits; `queue.standing` and `copies.status` have the rest of the page. */
  status: query({
    access: 'signed-in',
    input: nothing,
    output: z.strictObject({
      deviceId: id,
      /** Newest first. */
      epochs: z.array(epoch),
      clock,
      disk,
      limits,
    }),
  }),
  /**
   * Practises power cuts on a file of its own beside the office file, never on the office file; the journal keeps what came of it. Takes
   * about a second a cut on a slow disk.
   */
  drill: command({ access: ['admin'], scope: 'device', input: z.strictObject({ cuts: z.int().min(1).max(200) }), output: drillReport }),
};
