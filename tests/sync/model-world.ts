import { toInstant } from '#shared/base/instant.ts';
import { step } from '#core/sync/engine.ts';
import type { Happening, PullOutcome, PushOutcome, SyncEffect } from '#core/sync/engine-io.ts';
import { initialState, type QueuedEntry, type SyncState } from '#core/sync/engine-state.ts';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import { openModelHub, refusal, type ModelEntry, type ModelHub } from './model-hub.ts';

/** What may go wrong with one request. */
export const faults = [
  'none',
  'lose-request',
  'lose-reply',
  'twice',
  'late',
  'half',
  'error',
  'error-after',
  'garbage',
  'busy',
  'not-saved',
] as const;
export type Fault = (typeof faults)[number];

/** What people, power and the clock do meanwhile. */
export type Deed =
  | { readonly kind: 'write'; readonly unreadable: boolean; readonly refused: boolean; readonly waits: boolean }
  | { readonly kind: 'crash' }
  | { readonly kind: 'cut'; readonly forMs: number }
  | { readonly kind: 'try-now' }
  | { readonly kind: 'set-clock'; readonly byMs: number };

export interface Schedule {
  /** One for each request, in turn; after the last the line is good. */
  readonly faults: readonly Fault[];
  readonly deeds: readonly { readonly afterMs: number; readonly deed: Deed }[];
  readonly latenciesMs: readonly number[];
  readonly randoms: readonly number[];
}

/** Bugs that the checks must find: each is what a hurried programmer might write. */
export type Bug = 'none' | 'error-is-success' | 'half-is-whole' | 'cursor-before-page' | 'forgetful-hub' | 'empties-after-refusal';

export interface Outcome {
  readonly hub: ModelHub;
  readonly journal: readonly ModelEntry[];
  readonly answered: ReadonlyMap<number, EntryAnswer>;
  readonly setAside: ReadonlySet<number>;
  readonly appliedChanges: readonly number[];
  readonly state: SyncState;
  readonly requests: number;
}

const timeoutMs = 60_000;
/** Longer than the longest backoff, twice. */
const quietMs = 20 * 60_000;
const mostSteps = 20_000;

/** Runs one schedule in virtual time, writes one last entry, and then lets the line be good for a while. */
export function runSchedule(schedule: Schedule, bug: Bug = 'none'): Outcome {
  const world = openWorld(schedule, bug);
  world.begin();
  let atMs = 0;
  for (const { afterMs, deed } of schedule.deeds) {
    atMs += afterMs;
    world.runUntil(atMs);
    world.do(deed);
  }
  world.do({ kind: 'write', unreadable: false, refused: false, waits: false });
  world.runUntil(atMs + quietMs);
  return world.outcome();
}

interface Due {
  readonly atMs: number;
  readonly run: () => void;
}

function openWorld(schedule: Schedule, bug: Bug) {
  const hub = openModelHub({ forgetful: bug === 'forgetful-hub' });
  const journal: ModelEntry[] = [];
  const answered = new Map<number, EntryAnswer>();
  const setAside = new Set<number>();
  const appliedChanges: number[] = [];
  let cursor = 0;
  let trueMs = 0;
  let clockErrorMs = 0;
  let life = 0;
  let isCut = false;
  let alarm: number | null = null;
  let requests = 0;
  let steps = 0;
  let drawn = 0;
  let state: SyncState = initialState;
  let due: Due[] = [];

  const later = (inMs: number, run: () => void) => due.push({ atMs: trueMs + inMs, run });
  const clock = () => 1_800_000_000_000 + trueMs + clockErrorMs;
  const draw = (values: readonly number[], otherwise: number) => values[drawn++ % Math.max(1, values.length)] ?? otherwise;
  /** After the program has died, nobody is there to hear. */
  const hear = (born: number, happening: Happening) => born === life && happen(happening);

  function happen(happening: Happening): void {
    const queue: Happening[] = [happening];
    for (let next = queue.shift(); next; next = queue.shift()) {
      steps += 1;
      if (steps > mostSteps) throw new Error(`More than ${mostSteps} steps: the engine runs hot`);
      const taken = step(state, { ...next, nowMs: clock(), random: draw(schedule.randoms, 0.5) });
      state = taken.state;
      for (const effect of taken.effects) queue.push(...carryOut(effect));
    }
  }

  function carryOut(effect: SyncEffect): Happening[] {
    switch (effect.kind) {
      case 'read-batch':
        return [{ kind: 'batch-read', entries: unanswered(effect.afterSeq).slice(0, effect.limit) }];
      case 'push':
        request(
          (fault) => pushed(effect.entries, fault),
          (outcome) => ({ kind: 'push-answered', flightId: effect.flightId, outcome }),
        );
        return [];
      case 'store-answers':
        if (nextIsNotSaved()) return [{ kind: 'answers-stored', flightId: effect.flightId, ok: false }];
        for (const answer of effect.answers) if (answer.outcome !== 'waiting') answered.set(seqOf(answer.entryId), answer);
        return [{ kind: 'answers-stored', flightId: effect.flightId, ok: true }];
      case 'note-tries':
        if (effect.reason.code === 'set-aside') effect.seqs.forEach((seq) => setAside.add(seq));
        if (bug === 'empties-after-refusal' && effect.reason.code === 'hub.fault') effect.seqs.forEach((seq) => setAside.add(seq));
        return [];
      case 'pull': {
        const after = cursor;
        request(
          (fault) => pulled(after, fault),
          (outcome) => ({ kind: 'pull-answered', outcome }),
        );
        return [];
      }
      case 'apply-page':
        return [
          applyPage(
            effect.page.changes.map(({ key }) => Number(key)),
            Number(effect.page.next),
            effect.page.more,
          ),
        ];
      case 'send-scan':
        return [{ kind: 'scan-done', outcome: { kind: 'none' } }];
      case 'probe':
        request(
          (fault) => (fault === 'none' || fault === 'late' ? 'ok' : 'lost'),
          (answer) => ({ kind: 'probed', ok: answer === 'ok' }),
          4_000,
        );
        return [];
      case 'schedule':
        alarm = effect.atMs;
        return [];
      case 'announce':
        return [];
    }
  }

  /** One request with the fault that is its turn; `work` is what the hub does when it arrives. */
  function request<T>(work: (fault: Fault) => T | 'lost', told: (answer: T | typeof silence) => Happening, patienceMs = timeoutMs): void {
    const fault = isCut ? 'lose-request' : (schedule.faults[requests] ?? 'none');
    requests += 1;
    const born = life;
    const latencyMs = draw(schedule.latenciesMs, 100);
    const arrivesInMs = fault === 'late' ? latencyMs + patienceMs + 500 : latencyMs;
    if (fault === 'lose-request') {
      later(latencyMs, () => hear(born, told(silence)));
      return;
    }
    if (fault === 'late') later(patienceMs, () => hear(born, told(silence)));
    later(arrivesInMs, () => {
      if (fault === 'twice') work(fault);
      const answer = work(fault);
      if (fault === 'late') return;
      later(latencyMs, () => hear(born, told(answer === 'lost' || isCut ? silence : (answer as T))));
    });
  }

  function pushed(entries: readonly QueuedEntry[], fault: Fault): PushOutcome | 'lost' {
    if (fault === 'busy') return refusal(429, 'hub.busy', 7_000);
    if (fault === 'error' && bug !== 'error-is-success') return refusal(500, 'hub.fault');
    const batch = entries.map(({ seq, withheld }) => ({ entry: entryAt(seq), withheld: withheld !== null }));
    const answers = fault === 'error' ? entries.map(({ entryId }) => yes(entryId)) : hub.push(batch);
    if (fault === 'lose-reply') return 'lost';
    if (fault === 'garbage') return { kind: 'silence', reason: 'not-understood' };
    if (fault === 'error-after') return refusal(500, 'hub.fault');
    if (!isList(answers)) return answers;
    const half = fault === 'half' ? answers.slice(0, Math.floor(answers.length / 2)) : answers;
    const given =
      bug === 'half-is-whole' ? entries.map(({ entryId }) => half.find((one) => one.entryId === entryId) ?? yes(entryId)) : half;
    return { kind: 'answer', answers: given, hubTimeMs: 1_800_000_000_000 + trueMs };
  }

  function pulled(after: number, fault: Fault): PullOutcome | 'lost' {
    if (fault === 'busy') return refusal(429, 'hub.busy', 7_000);
    if (fault === 'error' || fault === 'error-after') return refusal(500, 'hub.fault');
    if (fault === 'lose-reply') return 'lost';
    if (fault === 'garbage' || fault === 'half') return { kind: 'silence', reason: 'not-understood' };
    const { changes, next, more } = hub.pull(after);
    const page = {
      changes: changes.map((change) => ({ kind: 'model', key: String(change), body: null })),
      next: String(next),
      more,
      feed: 'model',
      head: { epoch: 1, seq: 0, hash: '' },
      hubTime: toInstant('2027-01-15T08:00:00.000Z'),
    };
    return { kind: 'answer', page, hubTimeMs: 1_800_000_000_000 + trueMs };
  }

  function applyPage(changes: readonly number[], next: number, more: boolean): Happening {
    if (nextIsNotSaved()) {
      if (bug === 'cursor-before-page') cursor = next;
      return { kind: 'applied', ok: false, more, changes: 0 };
    }
    appliedChanges.push(...changes);
    cursor = next;
    return { kind: 'applied', ok: true, more, changes: changes.length };
  }

  /** The disk fails where the next request would: one place in the schedule for both. */
  function nextIsNotSaved(): boolean {
    if (schedule.faults[requests] !== 'not-saved') return false;
    requests += 1;
    return true;
  }

  function unanswered(afterSeq: number): QueuedEntry[] {
    return journal
      .filter(({ seq }) => seq > afterSeq && !answered.has(seq) && !setAside.has(seq))
      .map(({ seq, entryId }) => ({ seq, entryId, bytes: 1_000, withheld: null }));
  }

  function entryAt(seq: number): ModelEntry {
    const entry = journal[seq - 1];
    if (!entry) throw new Error(`No entry ${seq}`);
    return entry;
  }

  function begin(): void {
    state = initialState;
    alarm = null;
    happen({ kind: 'started', lastContactMs: null, hubOffsetMs: 0 });
    if (isCut) happen({ kind: 'line-cut', cut: true });
  }

  function doDeed(deed: Deed): void {
    switch (deed.kind) {
      case 'write': {
        const seq = journal.length + 1;
        const { unreadable, refused, waits } = deed;
        journal.push({ seq, entryId: `entry ${seq}`, unreadable, refused, waitsForSeq: waits ? seq + 1 : 0 });
        happen({ kind: 'wakened', why: 'new-entry' });
        break;
      }
      case 'crash':
        life += 1;
        begin();
        break;
      case 'cut': {
        if (isCut) break;
        isCut = true;
        happen({ kind: 'line-cut', cut: true });
        later(deed.forMs, () => {
          isCut = false;
          happen({ kind: 'line-cut', cut: false });
        });
        break;
      }
      case 'try-now':
        happen({ kind: 'wakened', why: 'try-now' });
        break;
      case 'set-clock':
        clockErrorMs += deed.byMs;
        break;
    }
  }

  /** What is due next: something on the line, or the alarm, which a real timer rings at least once a minute. */
  function next(): Due | undefined {
    const ringing: Due[] =
      alarm === null ? [] : [{ atMs: trueMs + Math.min(Math.max(alarm - clock(), 0), 60_000), run: () => happen({ kind: 'tick' }) }];
    return [...due, ...ringing].toSorted((one, other) => one.atMs - other.atMs)[0];
  }

  function runUntil(untilMs: number): void {
    for (let one = next(); one && one.atMs <= untilMs; one = next()) {
      trueMs = Math.max(trueMs, one.atMs);
      due = due.filter((other) => other !== one);
      one.run();
    }
    trueMs = Math.max(trueMs, untilMs);
  }

  return {
    begin,
    do: doDeed,
    runUntil,
    outcome: (): Outcome => ({ hub, journal, answered, setAside, appliedChanges, state, requests }),
  };
}

const silence = { kind: 'silence', reason: 'line-down' } as const;

function yes(entryId: string): EntryAnswer {
  return { entryId, outcome: 'applied', hubReceipt: `receipt ${entryId}` };
}

function seqOf(entryId: string): number {
  return Number(entryId.replace('entry ', ''));
}

function isList<T>(value: readonly T[] | object): value is readonly T[] {
  return Array.isArray(value);
}
