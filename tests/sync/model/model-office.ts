import { step } from '#core/sync/engine.ts';
import type { Happening, SyncEffect } from '#core/sync/engine-io.ts';
import { initialState, type SyncState } from '#core/sync/engine-state.ts';
import type { EntryAnswer } from '#shared/protocol/messages.ts';
import type { Bug } from './bugs.ts';
import type { HubChange } from './model-hub.ts';
import type { ModelLine } from './model-line.ts';
import { applyPage, unanswered, type OfficeFile } from './office-file.ts';
import type { DiskFault } from './schedule.ts';
import type { Due, VirtualTime } from './virtual-time.ts';

export interface OfficeDeps {
  readonly time: VirtualTime;
  readonly chance: () => number;
  readonly bug: Bug;
  readonly line: ModelLine;
  readonly nextDiskFault: () => DiskFault | undefined;
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

export function openModelOffice(first: OfficeFile, { time, chance, bug, line, nextDiskFault }: OfficeDeps): ModelOffice {
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
        return { kind: 'batch-read', entries: unanswered(file, Math.max(effect.afterSeq, bornSeq)).slice(0, effect.limit) };
      case 'push': {
        const { flightId, entries } = effect;
        return line.push(
          file,
          entries,
          inThisLife((outcome) => happen({ kind: 'push-answered', flightId, outcome })),
        ) as undefined;
      }
      case 'store-answers': {
        const ok = save(() => effect.answers.forEach(keepAnswer));
        return { kind: 'answers-stored', flightId: effect.flightId, ok };
      }
      case 'note-tries':
        if (effect.reason.code === 'set-aside') effect.seqs.forEach(setAside);
        return undefined;
      case 'pull':
        return line.pull(
          file,
          inThisLife((outcome) => happen({ kind: 'pull-answered', outcome })),
        ) as undefined;
      case 'apply-page':
        return keepPage(effect);
      case 'send-scan':
        return { kind: 'scan-done', outcome: { kind: 'none' } };
      case 'probe':
        return line.probe(inThisLife((ok) => happen({ kind: 'probed', ok }))) as undefined;
      case 'schedule':
        setAlarm(effect.atMs);
        return undefined;
      case 'announce':
        return undefined;
    }
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

  const keepAnswer = (answer: EntryAnswer): void => {
    if (answer.outcome !== 'waiting' && !file.answers.has(answer.entryId)) file.answers.set(answer.entryId, answer);
  };

  const setAside = (seq: number): void => {
    const entry = file.journal[seq - 1];
    if (entry) file.setAside.add(entry.pushed.entryId);
  };

  const keepPage = ({ page }: Extract<SyncEffect, { kind: 'apply-page' }>): Happening => {
    const changes = page.changes.map(({ body }) => body as HubChange);
    if (bug === 'cursor-before-page') file.cursor = page.next;
    const ok = save(() => {
      applyPage(file, changes, bug === 'wall-clock-order');
      file.cursor = page.next;
    });
    return { kind: 'applied', ok, more: page.more, changes: changes.length };
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
    bornSeq = bug === 'outbox-in-memory' ? file.journal.length : 0;
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
