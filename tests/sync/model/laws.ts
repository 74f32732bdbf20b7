import { moneyConserved, type Found } from '../checkers/money-conserved.ts';
import { setFull } from '../checkers/set-full.ts';
import { totalQueue } from '../checkers/total-queue.ts';
import { uniqueIds } from '../checkers/unique-ids.ts';
import type { HubRow } from './model-hub.ts';
import { unanswered, type OfficeFile } from './office-file.ts';
import type { Outcome } from './world.ts';

/** What must be true once all has been good for a while; each is a sentence of DESIGN §4. Empty: it is. */
export function brokenLaws(outcome: Outcome): string[] {
  const { hub, ledger, files } = outcome;
  const rows = hub.rows();
  return [
    ...files.flatMap((file) => queueFaults(file)),
    ...setFull({ written: ledger.acts(), reads: [new Set(rows.map(({ sent }) => sent.act.op))] }).map(said('set-full')),
    ...totalQueue({ enqueued: ledger.acts(), dequeued: hub.handled() }).map(said('total-queue')),
    ...uniqueIds(ledger.given()).map(said('unique-ids')),
    ...moneyConserved({ taken: ledger.receipts(), found: moneyAt(rows) }).map(said('money')),
    ...rows.filter(({ sent }) => !ledger.hashes().has(sent.pushed.hash)).map(({ sent }) => `${sent.pushed.entryId}: nobody wrote it so`),
    ...files.flatMap((file) => answerFaults(file, rows)),
    ...files.flatMap((file) => registerFaults(file, hub.register())),
    ...saleFaults(rows),
  ];
}

function said(law: string) {
  return (fault: object) => `${law}: ${JSON.stringify(fault)}`;
}

function queueFaults(file: OfficeFile): string[] {
  const stuck = unanswered(file, 0).map(({ entryId }) => `${file.deviceId} ${entryId} is still in the queue`);
  const wrongly = file.journal
    .filter(({ act, pushed }) => file.setAside.has(pushed.entryId) && act.kind !== 'unreadable')
    .map(({ pushed }) => `${file.deviceId} ${pushed.entryId} was set aside though it can be read`);
  return [...stuck, ...wrongly];
}

/** What an office was told is what the hub says, or a person is asked. */
function answerFaults({ deviceId, journal, answers, forPerson }: OfficeFile, rows: readonly HubRow[]): string[] {
  const atHub = new Map(rows.map(({ sent, answer }) => [sent.pushed.hash, answer]));
  return journal.flatMap(({ pushed: { entryId, hash } }) => {
    const here = answers.get(entryId)?.outcome;
    const there = atHub.get(hash)?.outcome;
    const isSame = here === undefined || here === there || (here === 'duplicate' && there === 'applied');
    return isSame || forPerson.has(entryId) ? [] : [`${deviceId} ${entryId} was told ${here}, and the hub says ${there}`];
  });
}

function registerFaults({ deviceId, register }: OfficeFile, atHub: ReadonlyMap<number, string>): string[] {
  const vehicles = [...new Set([...register.keys(), ...atHub.keys()])];
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
    .map(({ sent: { act }, answer }) => ({ id: act.receipt, amountCents: act.amountCents, where: placeOf(answer) }));
}

function placeOf(answer: HubRow['answer']): Found['where'] {
  if (answer === null) return 'waiting';
  return answer.outcome === 'refused' || answer.outcome === 'conflict' ? 'refused' : 'applied';
}
