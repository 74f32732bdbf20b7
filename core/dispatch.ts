import type { Access, Procedure } from '#shared/contract/procedure.ts';
import type { DrivingReference } from '#shared/domain/driving-class.ts';
import type { Refusal, RefusalCode } from '#shared/domain/refusal.ts';
import type { Actor } from '#shared/domain/role.ts';
import type { CommandContext, KeepContext, QueryContext, Topic } from './context.ts';
import type { ReadDb, WriteDb } from './db/database.ts';
import { storageFailureOf, type StorageFailure } from './db/failure.ts';
import { askGuards, type Guard } from './guards/guard.ts';
import type { AnyCommandHandler } from './handler.ts';
import { appendEntry, businessTime, findReply } from './journal/journal.ts';
import { takeNumber } from './journal/series.ts';
import { deviceState } from './office/device-state.ts';
import type { OfficeIdentity } from './office/identity.ts';
import type { Seat } from './people/seat.ts';
import { findUser, type User } from './people/service.ts';
import { AppError } from './refusal.ts';
import type { Storage } from './storage.ts';

export interface DispatchDeps {
  readonly storage: Storage;
  readonly office: () => OfficeIdentity;
  readonly now: () => number;
  readonly newId: () => string;
  /** What may stop an act whoever asks for it; typing and questions are never stopped. */
  readonly guards: readonly Guard[];
  /** What the rules of learning and testing are held against; null where nobody asks for them. */
  readonly driving: DrivingReference | null;
  readonly announce: (topics: readonly Topic[]) => void;
  readonly onStorageFailure: (failure: StorageFailure) => void;
}

/** One call as it came from a screen, its input already parsed by the contract. */
export interface Call {
  /** `feature.procedure`: the kind of the journal entry. */
  readonly name: string;
  readonly procedure: Procedure;
  readonly seat: Seat;
  readonly input: unknown;
}

type QueryRun = (cx: QueryContext, input: unknown) => unknown;
type KeepRun = (cx: KeepContext, input: unknown) => unknown;
type CommandRun = ((cx: CommandContext, input: unknown) => unknown) | AnyCommandHandler<unknown, unknown>;

/** The only way in: authorises, opens the transaction, writes the journal, and announces what changed. A feature cannot forget. */
export interface Dispatch {
  query(call: Call, run: QueryRun): Promise<unknown>;
  keep(call: Call, run: KeepRun): Promise<unknown>;
  command(call: Call, entryId: string, run: CommandRun): Promise<unknown>;
  queryContext(call: Call): QueryContext;
}

export function openDispatch(deps: DispatchDeps): Dispatch {
  const queryContext = (call: Call): QueryContext => ({
    db: deps.storage.reader,
    now: businessTime(deps.storage.reader, deps.now()),
    office: deps.office(),
    actor: authorise(deps.storage.reader, call),
    seat: call.seat,
    driving: deps.driving,
  });
  return {
    queryContext,
    query: (call, run) => onOpenFile(deps, () => run(queryContext(call), call.input)),
    keep: (call, run) => onOpenFile(deps, () => runKeep(deps, queryContext(call), { call, run })),
    // Answered once the copy has it too, done or refused: an attempt may have been committed as well.
    command: async (call, entryId, run) => {
      try {
        return await runCommand(deps, queryContext, { call, entryId, run });
      } finally {
        await deps.storage.copied();
      }
    },
  };
}

/** Typing is stored whole or not at all, as an act is. */
function runKeep(deps: DispatchDeps, cx: QueryContext, { call, run }: { readonly call: Call; readonly run: KeepRun }): unknown {
  const topics = new Set<Topic>();
  const announce = (...more: Topic[]) => more.forEach((topic) => topics.add(topic));
  const output = deps.storage.transact((db) => run({ ...cx, db, announce }, call.input));
  deps.announce([...topics]);
  return output;
}

interface Act {
  readonly call: Call;
  readonly entryId: string;
  readonly run: CommandRun;
}

function runCommand(deps: DispatchDeps, queryContext: (call: Call) => QueryContext, act: Act): Promise<unknown> {
  const find = () => findReply(deps.storage.reader, act.entryId);
  const work = async () => {
    if (typeof act.run === 'function') return commit(deps, act, undefined);
    const cx = queryContext(act.call);
    const earlier = find();
    if (earlier) return replyOf(earlier, act.call);
    askGuards(deps.guards, { ...cx, kind: act.call.name });
    return commit(deps, act, await act.run.prepare(cx, act.call.input));
  };
  return onOpenFile(deps, work, () => {
    const stored = find();
    return stored && { output: replyOf(stored, act.call) };
  });
}

/** A repeat of an act under the same id is answered from the journal; the same id for another act is a bug of the caller. */
function replyOf(earlier: { readonly kind: string; readonly reply: unknown }, call: Call): unknown {
  if (earlier.kind !== call.name) throw new Error(`Entry id of ${earlier.kind} used again for ${call.name}`);
  const { refusal, output } = earlier.reply as StoredReply;
  if (refusal) throw new AppError(refusal.code, refusal.facts, refusal.problems);
  return output;
}

/** How an act's answer stands in the journal. */
type StoredReply = { readonly output: unknown; readonly refusal?: undefined } | { readonly output?: undefined; readonly refusal: Refusal };

/**
 * Says in a refusal that the disk cannot be read or written, and opens the file again, so that work goes on once the cause is gone. A
 * failed COMMIT may have committed, so `lookUp` looks for the act before anything is said (RELIABILITY §0.2).
 */
async function onOpenFile(
  deps: DispatchDeps,
  work: () => unknown,
  lookUp: () => { readonly output: unknown } | undefined = () => undefined,
): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    const failure = storageFailureOf(error);
    if (!failure) throw error;
    deps.onStorageFailure(failure);
    const stored = afterReopening(deps.storage, lookUp);
    if (stored) return stored.output;
    throw new AppError(refusalOfFailure[failure]);
  }
}

const refusalOfFailure = {
  'disk-full': 'storage.disk-full',
  'read-only': 'storage.read-only',
  'input-output': 'storage.read-only',
  damaged: 'storage.damaged',
} as const satisfies Record<StorageFailure, RefusalCode>;

function afterReopening<T>(storage: Storage, lookUp: () => T): T | undefined {
  try {
    storage.reopen();
    return lookUp();
  } catch (error) {
    if (storageFailureOf(error)) return undefined;
    throw error;
  }
}

/** One transaction: who may act, whether it was done before (also while this one was prepared), and the act itself. */
function commit(deps: DispatchDeps, act: Act, prepared: unknown): unknown {
  const outcome = deps.storage.transact((db) => {
    const actor = authorise(db, act.call);
    const earlier = findReply(db, act.entryId);
    return earlier ? { earlier } : execute(deps, db, { ...act, prepared, actor });
  });
  if ('earlier' in outcome) return replyOf(outcome.earlier, act.call);
  for (const effect of outcome.effects) effect();
  deps.announce([...outcome.topics]);
  if (outcome.refusal) throw new AppError(outcome.refusal.code, outcome.refusal.facts, outcome.refusal.problems);
  return outcome.output;
}

interface Outcome {
  readonly output: unknown;
  readonly refusal: Refusal | undefined;
  readonly topics: ReadonlySet<Topic>;
  readonly effects: readonly (() => void)[];
}

function execute(deps: DispatchDeps, db: WriteDb, act: Act & { readonly prepared: unknown; readonly actor: Actor }): Outcome {
  const { call, entryId, run } = act;
  const topics = new Set<Topic>(call.procedure.scope === 'office' ? ['queue'] : []);
  const effects: (() => void)[] = [];
  const parts: { readonly kind: string; readonly payload: unknown; readonly subject?: string | undefined }[] = [];
  const office = deps.office();
  const left: { subject: string; payload: unknown; actor: Actor; refusal: Refusal | undefined; reply?: unknown } = {
    subject: `office:${office.officeCode}`,
    payload: call.input,
    actor: act.actor,
    refusal: undefined,
  };
  const now = businessTime(db, deps.now());
  askGuards(deps.guards, { kind: call.name, db, now, office });
  const cx: CommandContext = {
    db,
    now,
    office,
    actor: left.actor,
    seat: call.seat,
    driving: deps.driving,
    entryId,
    newId: deps.newId,
    takeNumber: (kind) => takeNumber(db, office, kind),
    setSubject: (subject) => {
      left.subject = subject;
    },
    setPayload: (payload) => {
      left.payload = payload;
    },
    recordBefore: (kind, payload, subject) => parts.push({ kind, payload, subject }),
    setActor: (actor) => {
      left.actor = actor;
    },
    setReply: (reply) => {
      left.reply = reply;
    },
    refuseAfterCommit: (refusal) => {
      left.refusal = refusal;
    },
    afterCommit: (effect) => effects.push(effect),
    announce: (...more) => more.forEach((topic) => topics.add(topic)),
  };
  const output = typeof run === 'function' ? run(cx, call.input) : run.execute(cx, call.input, act.prepared);
  const common = { at: now, actor: left.actor, subject: left.subject, scope: call.procedure.scope };
  for (const { kind, payload, subject = left.subject } of parts)
    appendEntry(db, office, { ...common, kind, payload, subject, entryId: deps.newId(), reply: null });
  appendEntry(db, office, {
    ...common,
    entryId,
    kind: call.name,
    payload: left.refusal ? { ...(left.payload as object), refused: left.refusal.code } : left.payload,
    reply: (left.refusal ? { refusal: left.refusal } : { output: 'reply' in left ? left.reply : output }) satisfies StoredReply,
  });
  return { output, refusal: left.refusal, topics, effects };
}

/** Whoever acts before anybody has signed in. */
const nobody: Actor = { id: '00000000-0000-0000-0000-000000000000', name: '', roles: [] };

function authorise(db: ReadDb, { seat, procedure, name }: Call): Actor {
  const user = seat.session ? findUser(db, seat.session.userId) : undefined;
  if (procedure.access === 'anyone') return user ? actorOf(user) : nobody;
  if (!user || user.disabled || seat.locked) throw new AppError('sign-in.required');
  refuseShutOut(db);
  if (user.mustChangePassword && !allowedBeforeChange.has(name)) throw new AppError('sign-in.change-password-first');
  if (!mayCall(user, procedure.access)) throw new AppError('act.forbidden', { needs: needs(procedure.access) });
  return actorOf(user);
}

/** Nothing is shown on a PC that the hub has locked out or that has left; its data are kept. */
function refuseShutOut(db: ReadDb): void {
  const { state, at } = deviceState(db);
  if (state === 'revoked' || state === 'left') throw new AppError(`device.${state}`, { since: at ?? '' });
}

const allowedBeforeChange: ReadonlySet<string> = new Set(['people.changePassword', 'people.signOut']);

function mayCall(user: User, access: Access): boolean {
  return typeof access === 'string' || access.some((role) => user.roles.includes(role));
}

function needs(access: Access): string {
  return typeof access === 'string' ? access : access.join(', ');
}

function actorOf({ id, name, roles }: User): Actor {
  return { id, name, roles };
}
