import { step } from '#core/sync/engine.ts';
import type { Happening, PullOutcome, PushOutcome, SyncEffect } from '#core/sync/engine-io.ts';
import { initialState, type SyncState } from '#core/sync/engine-state.ts';
import { standingOfHead, type HubHead } from '#core/sync/head.ts';
import type { Bug } from './bugs.ts';
import type { ModelEntry } from './model-entry.ts';
import type { Heard, ModelLine } from './model-line.ts';
import {
  answeredUpTo,
  keepAnswer,
  keepPage,
  noteResend,
  openEpoch,
  ownChain,
  setBranchAside,
  toSend,
  type OfficeFile,
} from './office-file.ts';
import type { DiskFault } from './schedule.ts';
import type { Due, VirtualTime } from './virtual-time.ts';

export interface OfficeDeps {
  readonly time: VirtualTime;
  readonly chance: () => number;
  readonly bug: Bug;
  readonly line: ModelLine;
  readonly nextDiskFault: () => DiskFault | undefined;
  /** The program has found its file set back, and begun a new epoch. */
  readonly onEpoch: (opening: ModelEntry) => void;
}

/** One counter: the real engine between a file and a line, with a clock of its own. */
export interface ModelOffice {
  readonly file: () => OfficeFile;
  /** Starts the program, on this file where another was put in its place. */
  readonly start: (file?: OfficeFile) => void;
  /** The program dies here; it starts again by `start`. */
  readonly die: () => void;
  readonly happen: (happening: Happening) => void;
  readonly clockMs: () => number;
  readonly setClock: (byMs: number) => void;
  readonly state: () => SyncState;
}

/** As `alarm.ts`: a clock may be set while a timer runs. */
const longestSleepMs = 60_000;
const mostSteps = 20_000;

export function openModelOffice(first: OfficeFile, { time, chance, bug, line, nextDiskFault, onEpoch }: OfficeDeps): ModelOffice {
  const waiting: Happening[] = [];
  let file = first;
  let state = initialState;
  let life = 0;
  let isDead = true;
  let isStepping = false;
  let clockErrorMs = 0;
  let steps = 0;
  let timer: Due | undefined;
  /** What this life of the program has seen written, where a bug keeps the queue in memory. */
  let bornSeq = 0;

  const clockMs = () => 1_800_000_000_000 + Math.floor(time.nowMs()) + clockErrorMs;

  const happen = (happening: Happening): void => {
    if (isDead) return;
    waiting.push(happening);
    if (isStepping) return;
    isStepping = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) take(next);
    isStepping = false;
    if (isDead) start();
  };

  const take = (happening: Happening): void => {
    steps += 1;
    if (steps > mostSteps) throw new Error(`More than ${mostSteps} steps: the engine runs hot`);
    const taken = step(state, { ...happening, nowMs: clockMs(), random: chance() });
    ({ state } = taken);
    for (const effect of taken.effects) {
      if (isDead) return;
      const done = carryOut(effect);
      if (done && !isDead) waiting.push(done);
    }
  };

  /** After the program has died, nobody is there to hear. */
  const inThisLife = <T>(told: (value: T) => void) => {
    const born = life;
    return (value: T) => {
      if (born === life) told(value);
    };
  };

  const carryOut = (effect: SyncEffect): Happening | undefined => {
    switch (effect.kind) {
      case 'read-batch':
        return { kind: 'batch-read', entries: toSend(file, Math.max(effect.afterSeq, bornSeq)).slice(0, effect.limit) };
      case 'push': {
        const { flightId, entries } = effect;
        const answered = answeredUpTo(file);
        const hear = inThisLife((outcome: Heard<PushOutcome>) =>
          happen({ kind: 'push-answered', flightId, outcome: { ...outcome, ...seen(outcome.head, answered) } }),
        );
        return line.push(file, entries, hear) as undefined;
      }
      case 'store-answers': {
        const ok = save(() => effect.answers.forEach((answer) => keepAnswer(file, answer)));
        return { kind: 'answers-stored', flightId: effect.flightId, ok };
      }
      case 'note-tries':
        if (effect.reason.code === 'set-aside') effect.seqs.forEach((seq) => setAside(seq, String(effect.reason.facts['code'])));
        return undefined;
      case 'pull': {
        const answered = answeredUpTo(file);
        const hear = inThisLife((outcome: Heard<PullOutcome>) =>
          happen({ kind: 'pull-answered', outcome: { ...outcome, ...seen(outcome.head, answered) } }),
        );
        return line.pull(file, hear) as undefined;
      }
      case 'apply-page':
        return applyPage(effect);
      case 'open-epoch':
        return {
          kind: 'epoch-opened',
          ok: save(() => onEpoch(openEpoch(file, { why: 'set-back', nowMs: clockMs(), hubHead: effect.hubHead }))),
        };
      case 'note-resend':
        return { kind: 'resend-noted', ok: save(() => noteResend(file, effect.fromSeq)) };
      case 'set-aside':
        setBranchAside(file, effect.fromSeq);
        return undefined;
      case 'leave':
        return { kind: 'leave-done', outcome: { kind: 'not-yet' } };
      case 'send-scan':
        return { kind: 'scan-done', outcome: { kind: 'none' } };
      case 'probe':
        return line.probe(inThisLife((ok) => happen({ kind: 'probed', ok }))) as undefined;
      case 'schedule':
        setAlarm(effect.atMs);
        return undefined;
      case 'announce':
      case 'alarm':
      case 'note-shut-out':
        return undefined;
    }
  };

  /** What the hub's head says of this file, beside an answer. */
  const seen = (hub: HubHead | undefined, answeredSeq: number) => {
    if (!hub) return {};
    const standing = standingOfHead(ownChain(file, hub, answeredSeq), hub);
    if (standing.kind === 'set-back') return { setBack: hub };
    return standing.kind === 'hub-behind' ? { lostFrom: standing.fromSeq } : {};
  };

  /** Writes something down, in one transaction, on a disk that may fail at that moment. */
  const save = (work: () => void): boolean => {
    const fault = nextDiskFault();
    if (fault === 'dies-before') die();
    if (fault === 'dies-before' || fault === 'not-saved') return false;
    work();
    if (fault === 'dies-after') die();
    return fault !== 'saved-not-said';
  };

  const setAside = (seq: number, code: string): void => {
    const entryId = file.journal.get(seq)?.pushed.entryId ?? '';
    file.setAside.set(entryId, code);
    file.again.delete(entryId);
  };

  const applyPage = ({ page }: Extract<SyncEffect, { kind: 'apply-page' }>): Happening => {
    let { more } = page;
    if (bug === 'cursor-before-page') file.cursor = page.next;
    const ok = save(() => {
      more = keepPage(file, page, bug === 'wall-clock-order');
    });
    return { kind: 'applied', ok, more, changes: page.changes.length };
  };

  const setAlarm = (atMs: number | null): void => {
    if (timer) timer.isOff = true;
    if (atMs === null) return;
    const own = time.later(Math.min(Math.max(atMs - clockMs(), 0), longestSleepMs), () => {
      happen({ kind: 'tick' });
      if (timer === own && !own.isOff) setAlarm(atMs);
    });
    timer = own;
  };

  const die = (): void => {
    isDead = true;
    life += 1;
    waiting.length = 0;
    setAlarm(null);
  };

  const start = (onFile: OfficeFile = file): void => {
    if (!isDead) die();
    file = onFile;
    state = initialState;
    isDead = false;
    bornSeq = bug === 'outbox-in-memory' ? (file.head?.seq ?? 0) : 0;
    happen({ kind: 'started', lastContactMs: null, hubOffsetMs: 0 });
  };

  return {
    file: () => file,
    start,
    die,
    happen,
    clockMs,
    setClock: (byMs) => {
      clockErrorMs += byMs;
    },
    state: () => state,
  };
}
