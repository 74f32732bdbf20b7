import { moneyConserved, type Found } from '../checkers/money-conserved.ts';
import { setFull } from '../checkers/set-full.ts';
import { totalQueue } from '../checkers/total-queue.ts';
import { uniqueIds } from '../checkers/unique-ids.ts';
import type { ModelEntry } from './model-entry.ts';
import type { HubRow } from './model-hub.ts';
import { kindOf, toSend, type OfficeFile } from './office-file.ts';
import type { Outcome } from './world.ts';

/** What must be true once all has been good for a while; each is a sentence of DESIGN §4. Empty: it is. */
export function brokenLaws(outcome: Outcome): string[] {
  const { hub, ledger, files, setBack, isHubRestored } = outcome;
  const rows = hub.rows();
  const branches = files.flatMap((file) => [...file.journal.values()].filter(({ pushed }) => file.forked.has(pushed.entryId)));
  const atHand = new Set([...rows.map(({ sent }) => sent.act.op), ...branches.map(({ act }) => act.op)]);
  const onBranches = new Set(branches.map(({ act }) => act.op));
  const toHub = ledger.acts().map((act) => (onBranches.has(act.id) ? { ...act, outcome: 'maybe' as const } : act));
  return [
    ...files.flatMap((file) => queueFaults(file)),
    ...files
      .filter(({ deviceId, forked }) => forked.size > 0 && !setBack.has(deviceId))
      .map(({ deviceId }) => `${deviceId} has a branch, and was not set back`),
    ...setFull({ written: ledger.acts(), reads: [atHand] }).map(said('set-full')),
    ...totalQueue({ enqueued: toHub, dequeued: hub.handled() }).map(said('total-queue')),
    ...uniqueIds(ledger.given()).map(said('unique-ids')),
    ...moneyConserved({ taken: ledger.receipts(), found: [...moneyAt(rows), ...moneyOn(branches)] }).map(said('money')),
    ...rows.filter(({ sent }) => !ledger.hashes().has(sent.pushed.hash)).map(({ sent }) => `${sent.pushed.entryId}: nobody wrote it so`),
    ...files.flatMap((file) => answerFaults(file, rows, outcome)),
    ...files.flatMap((file) => registerFaults(file, hub.register(), isHubRestored)),
    ...saleFaults(rows),
  ];
}

function said(law: string) {
  return (fault: object) => `${law}: ${JSON.stringify(fault)}`;
}

function queueFaults(file: OfficeFile): string[] {
  const stuck = toSend(file, 0).map(({ entryId }) => `${file.deviceId} ${entryId} is still in the queue`);
  const wrongly = [...file.journal.values()]
    .filter(({ act, pushed }) => file.setAside.has(pushed.entryId) && act.kind !== 'unreadable')
    .map(({ pushed }) => `${file.deviceId} ${pushed.entryId} was set aside though it can be read`);
  return [...stuck, ...wrongly];
}

/** What an office was told is what the hub says, or a person is asked. Known limit: a file that went back, too, and lost the second answer. */
function answerFaults({ deviceId, journal, answers, disputed }: OfficeFile, rows: readonly HubRow[], outcome: Outcome): string[] {
  const { isHubRestored, wentBack } = outcome;
  const atHub = new Map(rows.map(({ sent, answer }) => [sent.pushed.hash, answer]));
  if (isHubRestored && wentBack.has(deviceId)) return [];
  return [...journal.values()].flatMap(({ pushed: { entryId, hash } }) => {
    const [mine, hubs] = [answers.get(entryId), atHub.get(hash)];
    const [here, there] = [mine && kindOf(mine), hubs?.outcome];
    return here === undefined || here === there || disputed.has(entryId)
      ? []
      : [`${deviceId} ${entryId} was told ${here}, and the hub says ${there}`];
  });
}

/** Of what a restored hub has lost and nobody sends again it has no word at all, and the offices keep the last one. */
function registerFaults({ deviceId, register }: OfficeFile, atHub: ReadonlyMap<number, string>, isHubRestored: boolean): string[] {
  const vehicles = [...new Set([...(isHubRestored ? [] : register.keys()), ...atHub.keys()])];
  return vehicles
    .filter((vehicle) => register.get(vehicle)?.entryId !== atHub.get(vehicle))
    .map((vehicle) => `${deviceId} has ${register.get(vehicle)?.entryId} on vehicle ${vehicle}, the hub ${atHub.get(vehicle)}`);
}

/** Of all who sold a vehicle one is confirmed. */
function saleFaults(rows: readonly HubRow[]): string[] {
  const sold = rows.filter(({ sent, answer }) => sent.act.kind === 'sale' && answer?.outcome === 'applied');
  return uniqueIds(sold.map(({ sent }) => ({ id: `vehicle ${sent.act.vehicle}`, to: sent.pushed.hash }))).map(said('sold twice'));
}

function moneyAt(rows: readonly HubRow[]): Found[] {
  return rows
    .filter(({ sent }) => sent.act.receipt !== '')
    .map(({ sent: { act, pushed }, answer }) => ({ id: pushed.entryId, amountCents: act.amountCents, where: placeOf(answer) }));
}

/** What stands on a branch that the hub did not take waits for a supervisor. */
function moneyOn(branches: readonly ModelEntry[]): Found[] {
  return branches
    .filter(({ act }) => act.receipt !== '')
    .map(({ act, pushed }) => ({ id: pushed.entryId, amountCents: act.amountCents, where: 'waiting' }));
}

function placeOf(answer: HubRow['answer']): Found['where'] {
  if (answer === null) return 'waiting';
  return answer.outcome === 'refused' || answer.outcome === 'conflict' ? 'refused' : 'applied';
}
