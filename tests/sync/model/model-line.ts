import type { PullOutcome, PushOutcome } from '#core/sync/engine-io.ts';
import type { QueuedEntry } from '#core/sync/engine-state.ts';
import type { HubHead } from '#core/sync/head.ts';
import type { Bug } from './bugs.ts';
import { tampered } from './model-entry.ts';
import { refusal, signatureOf, type ModelHub, type SentEntry } from './model-hub.ts';
import type { OfficeFile } from './office-file.ts';
import type { LineFault } from './schedule.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Nothing usable came back. */
const silence = { kind: 'silence', reason: 'line-down' } as const;
const notUnderstood = { kind: 'silence', reason: 'not-understood' } as const;
const longestLatencyMs = 3_000;
const probeTimeoutMs = 4_000;
const syncTimeoutMs = 60_000;
const retryAfterMs = 7_000;

/** An outcome, with the hub's head where it answered. */
export type Heard<Outcome> = Outcome & { readonly head?: HubHead | undefined };

export interface LineDeps {
  readonly time: VirtualTime;
  readonly chance: () => number;
  readonly hub: ModelHub;
  readonly bug: Bug;
  /** Neither the line nor the hub carries anything now. */
  readonly isGone: () => boolean;
  readonly nextFault: () => LineFault | undefined;
}

/** The line of one office: what it says to the hub arrives late, twice, in part or not at all. */
export interface ModelLine {
  readonly push: (file: OfficeFile, entries: readonly QueuedEntry[], told: (outcome: Heard<PushOutcome>) => void) => void;
  readonly pull: (file: OfficeFile, told: (outcome: Heard<PullOutcome>) => void) => void;
  readonly probe: (told: (ok: boolean) => void) => void;
}

export function openModelLine({ time, chance, hub, bug, isGone, nextFault }: LineDeps): ModelLine {
  const hubTimeMs = () => 1_800_000_000_000 + time.nowMs();

  /** One request; `work` is what the hub does when it arrives, and undefined is an answer that was lost. */
  const request = <T>(
    work: (fault: LineFault | undefined) => T | undefined,
    told: (answer: T | typeof silence) => void,
    patienceMs: number,
  ): void => {
    const fault = isGone() ? 'lose-request' : nextFault();
    const latencyMs = 1 + chance() * longestLatencyMs;
    const run = hub.run();
    if (fault === 'late') time.later(patienceMs, () => told(silence));
    if (fault === 'lose-request') return void time.later(latencyMs, () => told(silence));
    time.later(fault === 'late' ? patienceMs + latencyMs : latencyMs, () => {
      // A hub that is restored meanwhile has been stopped for it, and with it went every connection.
      const isCutOff = hub.run() !== run;
      if (fault === 'twice' && !isCutOff) work(fault);
      const answer = isCutOff ? undefined : work(fault);
      if (fault !== 'late') time.later(latencyMs, () => told(answer === undefined || isGone() ? silence : answer));
    });
  };

  const pushed = (file: OfficeFile, batch: readonly SentEntry[], fault: LineFault | undefined): Heard<PushOutcome> | undefined => {
    if (fault === 'busy') return refusal(429, 'hub.busy', retryAfterMs);
    if (fault === 'error') return refusal(500, 'hub.fault');
    const { deviceId } = file;
    const signature = signatureOf(deviceId, batch.at(-1)?.pushed.hash ?? '');
    const last = batch.at(-1);
    const entries = fault === 'tampered' && last ? [...batch.slice(0, -1), { ...last, ...tampered(last, deviceId) }] : batch;
    const taken = hub.push({ deviceId, entries, signature }, { dies: fault === 'dies-midway' });
    if (taken === 'dead' || fault === 'lose-reply') return undefined;
    if (fault === 'garbage') return notUnderstood;
    if (fault === 'error-after') return refusal(500, 'hub.fault');
    if ('kind' in taken) return taken;
    const answers = fault === 'half' ? taken.answers.slice(0, Math.floor(taken.answers.length / 2)) : taken.answers;
    return { kind: 'answer', answers, hubTimeMs: hubTimeMs(), head: taken.head };
  };

  const pulled = (deviceId: string, cursor: string, fault: LineFault | undefined): Heard<PullOutcome> | undefined => {
    if (fault === 'busy') return refusal(429, 'hub.busy', retryAfterMs);
    if (fault === 'error' || fault === 'error-after') return refusal(500, 'hub.fault');
    if (fault === 'lose-reply' || fault === 'dies-midway') return undefined;
    if (fault === 'garbage' || fault === 'half') return notUnderstood;
    const page = hub.pull(deviceId, cursor);
    return { kind: 'answer', page, hubTimeMs: hubTimeMs(), head: page.head };
  };

  return {
    push: (file, entries, told) => {
      const batch = entries.map(({ seq, withheld }) => sentEntry(file, seq, withheld !== null));
      const hear = (outcome: Heard<PushOutcome>) => told(misheard(bug, entries, outcome));
      request((fault) => pushed(file, batch, fault), hear, syncTimeoutMs);
    },
    pull: ({ deviceId, cursor }, told) => request((fault) => pulled(deviceId, cursor, fault), told, syncTimeoutMs),
    probe: (told) =>
      request(
        (fault) => (fault === undefined || fault === 'late' || fault === 'twice' ? ('ok' as const) : undefined),
        (answer) => told(answer === 'ok'),
        probeTimeoutMs,
      ),
  };
}

function sentEntry({ journal }: OfficeFile, seq: number, withheld: boolean): SentEntry {
  const entry = journal.get(seq);
  if (!entry) throw new Error(`No entry ${seq}`);
  return { ...entry, withheld };
}

/** How a hurried programmer reads an answer. */
function misheard(bug: Bug, entries: readonly QueuedEntry[], outcome: Heard<PushOutcome>): Heard<PushOutcome> {
  const yes = ({ entryId }: QueuedEntry) => ({ entryId, outcome: 'applied', hubReceipt: 'assumed' }) as const;
  if (bug === 'error-is-success' && outcome.kind === 'refusal' && outcome.status === 500) {
    return { kind: 'answer', answers: entries.map(yes), hubTimeMs: 0 };
  }
  if (bug === 'whole-batch' && outcome.kind === 'answer') {
    const answers = entries.map((entry) => outcome.answers.find(({ entryId }) => entryId === entry.entryId) ?? yes(entry));
    return { ...outcome, answers };
  }
  return outcome;
}
