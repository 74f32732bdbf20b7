import { toInstant } from '#shared/base/instant.ts';
import type { EntryAnswer, PushedEntry } from '#shared/protocol/messages.ts';
import { firstPreviousHash } from '#shared/protocol/entry.ts';
import type { HubRefusal } from '#core/sync/hub-reply.ts';
import type { PullAnswer } from '#core/sync/hub-client.ts';
import { chainFault, type KnownChain } from '#hub/journal/chain.ts';
import type { Bug } from './bugs.ts';
import type { ModelAct, ModelEntry } from './model-entry.ts';

/** An entry as it is sent: whole, or as its hash alone. */
export interface SentEntry extends ModelEntry {
  readonly withheld: boolean;
}

export interface ModelPush {
  readonly deviceId: string;
  readonly entries: readonly SentEntry[];
  /** Whose signature stands over which hash; nobody else can write it. */
  readonly signature: string;
}

export interface HubRow {
  readonly deviceId: string;
  readonly sent: SentEntry;
  /** Null while it waits. */
  answer: EntryAnswer | null;
  /** Its PC was put back to before it and went on in a newer epoch. */
  isBranch: boolean;
}

export interface HubChange {
  readonly vehicle: number;
  readonly entryId: string;
  /** The writer's clock. */
  readonly at: string;
  readonly visibleAtMs: number;
}

interface DeviceRows {
  epoch: number;
  headSeq: number;
  headHash: string;
  /** By epoch and number. */
  readonly rows: Map<string, HubRow>;
}

interface HubFacts {
  readonly devices: Map<string, DeviceRows>;
  /** Acts as they were handled, in order, each as often as it was. */
  readonly handled: string[];
  readonly soldBy: Map<number, { readonly entryId: string; readonly who: string; readonly when: string }>;
  readonly changes: HubChange[];
}

export interface HubDeps {
  readonly bug: Bug;
  readonly nowMs: () => number;
  readonly chance: () => number;
}

export type ModelAnswers = { readonly answers: readonly EntryAnswer[]; readonly head: PullAnswer['head'] };
export type ModelHub = ReturnType<typeof openModelHub>;

const pageSize = 3;
const longestCommitMs = 2_000;
const hubTime = toInstant('2027-01-15T08:00:00.000Z');

export function signatureOf(deviceId: string, hash: string): string {
  return `${deviceId} signs ${hash}`;
}

export function refusal(status: number, code: string, retryAfterMs: number | null = null, facts: HubRefusal['facts'] = {}): HubRefusal {
  return { kind: 'refusal', status, code, facts, retryAfterMs };
}

/** The hub in memory: the real rule of the chain, an answer per entry, the stored answer to a repeat, changes in the order of commits. */
export function openModelHub({ bug, nowMs, chance }: HubDeps) {
  let facts: HubFacts = { devices: new Map(), handled: [], soldBy: new Map(), changes: [] };
  let backup = copyOf(facts);
  let feed = 1;
  /** Which run of the hub this is, and of its changes: its connections do not outlive it. */
  const run = () => `feed ${feed}`;

  const deviceOf = (deviceId: string): DeviceRows => {
    const known = facts.devices.get(deviceId);
    if (known) return known;
    const fresh = { epoch: 1, headSeq: 0, headHash: firstPreviousHash, rows: new Map<string, HubRow>() };
    facts.devices.set(deviceId, fresh);
    return fresh;
  };

  /** All of a batch or nothing: a fault leaves the hub as it was. `dies` ends the hub between the work and its commit. */
  const push = (batch: ModelPush, { dies = false } = {}): ModelAnswers | HubRefusal | 'dead' => {
    const before = dies && bug !== 'half-batch' ? copyOf(facts) : undefined;
    const answers = take(batch);
    if ('kind' in answers) return answers;
    if (!dies) return answers;
    if (before) facts = before;
    else forgetLast(deviceOf(batch.deviceId), batch.entries);
    return 'dead';
  };

  const take = ({ deviceId, entries, signature }: ModelPush): ModelAnswers | HubRefusal => {
    const device = deviceOf(deviceId);
    const head = entries.at(-1)?.pushed.hash ?? '';
    if (entries.some(({ act, withheld }) => act.kind === 'unreadable' && !withheld)) return refusal(400, 'request.invalid');
    if (bug !== 'unsigned-accepted' && signature !== signatureOf(deviceId, head)) return refusal(409, 'chain.signature');
    const fault = chainFault(
      knownChain(deviceId, device),
      entries.map(({ pushed, withheld }) => (withheld ? { ...pushed, payload: null } : pushed)),
    );
    if (fault) return refusal(409, fault.code, null, fault.facts);
    for (const { act, pushed } of entries) if (act.opening && pushed.epoch > device.epoch) branchOff(device, pushed);
    const answers = entries.map((sent) => answerTo(deviceId, device, sent));
    moveHead(device, entries.at(-1)?.pushed);
    return { answers, head: headOf(device) };
  };

  const answerTo = (deviceId: string, device: DeviceRows, sent: SentEntry): EntryAnswer => {
    const { entryId, seq } = sent.pushed;
    const key = keyOf(sent);
    const stored = bug === 'answer-of-other-epoch' ? anyEpoch(device, seq) : device.rows.get(key);
    const known = bug === 'no-dedup' ? undefined : stored?.answer;
    if (known) return { ...known, entryId, ...(known.outcome === 'applied' && { outcome: 'duplicate' }) } as EntryAnswer;
    const row: HubRow = stored ?? { deviceId, sent, answer: null, isBranch: false };
    device.rows.set(key, row);
    return tryRow(device, row, sent);
  };

  const tryRow = (device: DeviceRows, row: HubRow, sent: SentEntry): EntryAnswer => {
    const answer = handle(row.deviceId, device, sent);
    if (answer.outcome === 'waiting') return answer;
    row.answer = answer;
    facts.handled.push(sent.act.op);
    return answer;
  };

  /** At each contact, in the order of the journal: what it lacked may have come, and its counter may have had the answer from before. */
  const applyWaiting = (device: DeviceRows): void => {
    if (bug === 'waits-for-counter') return;
    const waiting = [...device.rows.values()].filter(({ answer, isBranch }) => answer === null && !isBranch);
    for (const row of waiting.toSorted((a, b) => a.sent.pushed.seq - b.sent.pushed.seq)) tryRow(device, row, row.sent);
  };

  const handle = (deviceId: string, device: DeviceRows, { act, pushed, withheld }: SentEntry): EntryAnswer => {
    const { entryId } = pushed;
    const hubReceipt = `receipt ${entryId}`;
    if (withheld) return { entryId, outcome: 'applied', hubReceipt };
    if (act.kind === 'refused') return { entryId, outcome: 'refused', hubReceipt, code: 'payment.amount-differs', facts: {} };
    if (act.kind === 'waits' && device.headSeq <= pushed.seq) return { entryId, outcome: 'waiting', waitingFor: 'the next act' };
    if (act.kind === 'sale') return sell(deviceId, act, pushed);
    if (act.kind === 'plain') publish(act, pushed);
    return { entryId, outcome: 'applied', hubReceipt };
  };

  const publish = ({ vehicle }: ModelAct, { entryId, at }: PushedEntry): void => {
    facts.changes.push({ vehicle, entryId, at, visibleAtMs: nowMs() + chance() * longestCommitMs });
  };

  const sell = (who: string, act: ModelAct, pushed: PushedEntry): EntryAnswer => {
    const { entryId, at } = pushed;
    const { vehicle } = act;
    const hubReceipt = `receipt ${entryId}`;
    const first = facts.soldBy.get(vehicle);
    if (first && first.entryId !== entryId) {
      const card = { what: 'vehicle.open-application', who: first.who, office: first.who, when: toInstant(first.when), facts: {} };
      return { entryId, outcome: 'conflict', hubReceipt, ...card };
    }
    facts.soldBy.set(vehicle, { entryId, who, when: at });
    publish(act, pushed);
    return { entryId, outcome: 'applied', hubReceipt };
  };

  const pull = (deviceId: string, cursor: string): PullAnswer => {
    applyWaiting(deviceOf(deviceId));
    const after = Number(cursor.split(':')[1]);
    const isThere = ({ visibleAtMs }: HubChange) => visibleAtMs <= nowMs();
    const firstHidden = facts.changes.findIndex((change) => !isThere(change));
    const horizon = bug === 'naive-cursor' || firstHidden === -1 ? facts.changes.length : firstHidden;
    const numbered = facts.changes.map((change, index) => ({ change, seq: index + 1 })).slice(after, horizon);
    const page = numbered.filter(({ change }) => isThere(change)).slice(0, pageSize);
    const last = page.at(-1)?.seq ?? after;
    return {
      changes: page.map(({ change }) => ({ kind: 'model', key: String(change.vehicle), body: change })),
      next: `0:${last}`,
      more: last < horizon && page.length === pageSize,
      feed: run(),
      head: headOf(deviceOf(deviceId)),
      hubTime,
    };
  };

  return {
    push,
    pull,
    backUp: () => {
      backup = copyOf(facts);
    },
    /** What came after the backup is gone, and offices that are ahead of it send again. */
    restore: () => {
      facts = copyOf(backup);
      feed += 1;
    },
    run,
    rows: (): readonly HubRow[] => [...facts.devices.values()].flatMap(({ rows }) => [...rows.values()]),
    /** A row that waits is not: only its own office sends it again. */
    isHandled: (deviceId: string, { pushed }: ModelEntry) => {
      const row = facts.devices.get(deviceId)?.rows.get(`${pushed.epoch}:${pushed.seq}`);
      return row?.sent.pushed.hash === pushed.hash && row.answer !== null;
    },
    handled: (): readonly string[] => facts.handled,
    /** What each vehicle's newest change says. */
    register: (): ReadonlyMap<number, string> => new Map(facts.changes.map(({ vehicle, entryId }) => [vehicle, entryId])),
    newest: (): number => facts.changes.length,
  };
}

function knownChain(deviceId: string, { epoch, headSeq, headHash, rows }: DeviceRows): KnownChain {
  return { deviceId, epoch, headSeq, headHash, entries: [...rows.values()].map(({ sent }) => sent.pushed) };
}

/** What older epochs have behind the entry that a new one joins is a branch from now on. */
function branchOff({ rows }: DeviceRows, opening: PushedEntry): void {
  const all = [...rows.values()];
  const joined = all.find(({ sent }) => sent.pushed.hash === opening.previousHash)?.sent.pushed.seq;
  const joinedSeq = joined ?? (opening.previousHash === firstPreviousHash ? 0 : opening.seq - 1);
  for (const row of all) if (row.sent.pushed.epoch < opening.epoch && row.sent.pushed.seq > joinedSeq) row.isBranch = true;
}

/** Of a batch outside a transaction the work is done, and its last row was still to be written. */
function forgetLast(device: DeviceRows, entries: readonly SentEntry[]): void {
  const last = entries.at(-1)?.pushed;
  if (!last) return;
  device.rows.delete(`${last.epoch}:${last.seq}`);
  if (device.headHash !== last.hash) return;
  device.headSeq = last.seq - 1;
  device.headHash = last.previousHash;
}

/** The head is where the newest epoch ends, also where an older one was longer. */
function moveHead(device: DeviceRows, last: PushedEntry | undefined): void {
  if (!last || last.epoch < device.epoch || (last.epoch === device.epoch && last.seq <= device.headSeq)) return;
  device.epoch = last.epoch;
  device.headSeq = last.seq;
  device.headHash = last.hash;
}

function anyEpoch({ rows }: DeviceRows, seq: number): HubRow | undefined {
  return [...rows.values()].find(({ sent }) => sent.pushed.seq === seq);
}

function keyOf(sent: SentEntry | undefined): string {
  return `${sent?.pushed.epoch ?? 0}:${sent?.pushed.seq ?? 0}`;
}

function headOf({ epoch, headSeq, headHash }: DeviceRows): PullAnswer['head'] {
  return { epoch, seq: headSeq, hash: headHash };
}

function copyOf({ devices, handled, soldBy, changes }: HubFacts): HubFacts {
  const copied = [...devices].map(([id, device]): [string, DeviceRows] => [
    id,
    { ...device, rows: new Map([...device.rows].map(([key, row]) => [key, { ...row }])) },
  ]);
  return { devices: new Map(copied), handled: [...handled], soldBy: new Map(soldBy), changes: [...changes] };
}
