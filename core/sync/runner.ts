import { instantOf, msOf, type Instant } from '#shared/base/instant.ts';
import type { WaitReason } from '#shared/text/en/queue.ts';
import { deviceState } from '../office/device-state.ts';
import { catchUp, openDesk, type SyncDeps } from './desk.ts';
import type { SyncState } from './engine-state.ts';
import { openLoop } from './loop.ts';
import { readContact } from './store.ts';

/** The line as the bottom bar shows it. */
export interface LineStatus {
  readonly state: SyncState['line']['state'];
  readonly since: Instant | null;
  readonly lastContactAt: Instant | null;
  readonly reason: WaitReason | null;
}

/** What the queue page must know that is not in the file. */
export interface Sending {
  readonly seqs: ReadonlySet<number>;
  readonly nextTryAt: Instant | null;
  /** When entries that the hub waits with are offered again. */
  readonly nextOfferAt: Instant | null;
  readonly reason: WaitReason | null;
}

export interface Sync {
  /** Something new stands in the journal. */
  wake(): void;
  /** A person asks for it: everything is tried at once. */
  tryNow(): void;
  cutLine(cut: boolean): void;
  /** A person has let removals through. */
  letPull(): void;
  /** This PC is to send what it has and leave. */
  retire(): void;
  status(): LineStatus;
  sending(): Sending;
  close(): Promise<void>;
}

/** Joins the engine, the file and the line. */
export function openSync(deps: SyncDeps): Sync {
  catchUp(deps);
  const loop = openLoop({ ...deps, carryOut: openDesk(deps) });
  deps.hub.onContact(() => loop.happen({ kind: 'contact' }));
  const { lastContactAt, hubOffsetMs } = readContact(deps.storage.reader);
  const retiring = deviceState(deps.storage.reader).state === 'retiring';
  loop.happen({ kind: 'started', lastContactMs: lastContactAt && msOf(lastContactAt), hubOffsetMs, retiring });
  const wake = onceSoon(() => loop.happen({ kind: 'wakened', why: 'new-entry' }));
  return {
    wake,
    tryNow: () => loop.happen({ kind: 'wakened', why: 'try-now' }),
    cutLine: (cut) => {
      deps.line.cut = cut;
      loop.happen({ kind: 'line-cut', cut });
    },
    letPull: () => loop.happen({ kind: 'let-pull' }),
    retire: () => loop.happen({ kind: 'retire' }),
    status: () => statusOf(loop.state()),
    sending: () => sendingOf(loop.state()),
    close: async () => {
      deps.hub.close();
      await loop.close();
    },
  };
}

/** After the clerk has their answer, and once for all acts of one turn. */
function onceSoon(work: () => void): () => void {
  let isComing = false;
  return () => {
    if (isComing) return;
    isComing = true;
    setImmediate(() => {
      isComing = false;
      work();
    });
  };
}

function statusOf(state: SyncState): LineStatus {
  const { line, lastContactMs } = state;
  return { state: line.state, since: instantOrNull(line.sinceMs), lastContactAt: instantOrNull(lastContactMs), reason: reasonOf(state) };
}

/** Nothing goes by itself while the line is cut or the hub has shut this PC out. */
function sendingOf(state: SyncState): Sending {
  const { stopped, line, push, probe } = state;
  const isStill = stopped !== null || line.state === 'cut';
  const wait = line.state === 'down' ? probe.wait : push.wait;
  return {
    seqs: new Set(push.flights.flatMap(({ entries }) => entries.map(({ seq }) => seq))),
    nextTryAt: isStill ? null : instantOrNull(wait?.untilMs ?? null),
    nextOfferAt: isStill ? null : instantOrNull(push.hubWaits.wait?.untilMs ?? null),
    reason: reasonOf(state),
  };
}

function reasonOf({ stopped, line, push, isPullHeld }: SyncState): WaitReason | null {
  return stopped ?? line.reason ?? push.reason?.code ?? (isPullHeld ? 'pull-held' : null);
}

function instantOrNull(ms: number | null): Instant | null {
  return ms === null ? null : instantOf(ms);
}
