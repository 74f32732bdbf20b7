import { hash } from 'node:crypto';
import { dayOf, minutesBetween } from '#shared/base/instant.ts';
import { isEditable, type ApplicationState } from '#shared/domain/application.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import type { KnownFacts } from '#shared/domain/party-fields.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { driverOf, isAboutDriver, rulesOf, vehicleOf, type ServiceBody } from '#shared/domain/services/services.ts';
import type { FactSource, Vehicle } from '#shared/domain/vehicle.ts';
import type { QueryContext } from '../context.ts';
import type { ReadDb } from '../db/database.ts';
import { listScans, type Scan } from '../documents/service.ts';
import { findDriver } from '../drivers/service.ts';
import { readSetting } from '../office/setting.ts';
import { findVehicle } from '../vehicles/service.ts';
import { listConfirmations, type Confirmation } from './confirmation-store.ts';
import { findDraft, type Draft } from './draft-store.ts';
import { findHolder, findKeptHold, type Application } from './store.ts';

/** An application with everything that decides what may be done to it next. */
export interface Standing {
  readonly application: Application;
  readonly draft: Draft | undefined;
  /** What was typed last: the draft while it may still be edited, else what was acted on. */
  readonly body: ServiceBody;
  readonly contentHash: string;
  readonly scans: readonly Scan[];
  readonly confirmers: readonly PartyRole[];
  readonly confirmations: readonly (Confirmation & { readonly current: boolean })[];
  readonly problems: readonly FieldProblem[];
  readonly factsAgeMinutes: number | null;
  readonly needsSupervisor: boolean;
}

/** Whose word an application stands on: what is stored, when it is asked, and by which rules of driving. */
export interface Asked extends Pick<QueryContext, 'now' | 'driving'> {
  readonly db: ReadDb;
}

export function standingOfApplication({ db, now, driving }: Asked, application: Application): Standing {
  const editable = isEditable(application.state);
  const draft = editable ? findDraft(db, application.id) : undefined;
  const typed = draft?.body ?? application.body;
  const body = editable ? withNewestRecord(db, typed) : typed;
  const rules = rulesOf(application.service);
  const vehicle = vehicleOf(body);
  const openApplication = editable ? holderOf({ db, now }, body, application) : null;
  const contentHash = hashOf(rules.confirmedFacts(body));
  const confirmations = listConfirmations(db, application.id).map((one) => ({ ...one, current: one.contentHash === contentHash }));
  const scans = listScans(db, application.id);
  const confirmers = rules.partiesOf(body);
  const frame = { confirmers, confirmations, scans, needed: rules.scansNeeded(body) };
  const source = vehicle?.source ?? driverOf(body)?.source;
  const factsAgeMinutes = source?.from === 'registry' ? minutesBetween(source.asOf, now) : null;
  return {
    application,
    draft,
    body,
    contentHash,
    scans,
    confirmers,
    confirmations,
    problems: editable
      ? [...rules.problems(body, { today: dayOf(now), driving, openApplication }), ...laterMarks(db, vehicle), ...frameProblems(frame)]
      : [],
    factsAgeMinutes,
    // Who asks for a first licence has no record, so only a record that is old needs somebody to stand by it.
    needsSupervisor: source !== undefined && isTooOld(db, factsAgeMinutes),
  };
}

/** Another application that stands in the way of one about to be opened for this. */
export function openApplicationOf(asked: Pick<Asked, 'db' | 'now'>, body: ServiceBody): KnownFacts['openApplication'] {
  return holderOf(asked, body, { id: '', openedAt: asked.now });
}

function holderOf(
  { db, now }: Pick<Asked, 'db' | 'now'>,
  body: ServiceBody,
  own: Pick<Application, 'id' | 'openedAt'>,
): KnownFacts['openApplication'] {
  const holder = findHolder(db, heldBy(body), own) ?? findKeptHold(db, heldBy(body), { id: own.id, now });
  return holder ? { reference: holder.reference, state: holder.state, since: holder.openedAt } : null;
}

/** Whether a booking by this record needs a supervisor's word, because the register was heard too long ago. */
export function isRecordOld({ db, now }: Pick<Asked, 'db' | 'now'>, { from, asOf }: FactSource): boolean {
  return isTooOld(db, from === 'registry' ? minutesBetween(asOf, now) : null);
}

/** A learner may have failed a test since the record was read into the draft; the newest that is known here counts. */
function withNewestRecord(db: ReadDb, body: ServiceBody): ServiceBody {
  const record = driverOf(body);
  const newest = record && findDriver(db, record);
  if (!newest || !isAboutDriver(body) || newest.source.asOf < record.source.asOf) return body;
  return rulesOf(body.service).withDriver(body, newest);
}

/** What another application may not hold too: the vehicle, by plate and chassis, or what is asked for the driver. */
function heldBy(body: ServiceBody) {
  const rules = rulesOf(body.service);
  const vehicle = vehicleOf(body);
  const [driverKey = ''] = (rules.about === 'driver' && rules.holdKeys(body)) || [];
  return { plate: vehicle?.plate ?? '', chassis: vehicle?.chassis ?? '', holdKey: driverKey };
}

/** Columns that lists, search and the one-open-application rule read, from what was typed. */
export function indexedFacts(body: ServiceBody) {
  const rules = rulesOf(body.service);
  return { ...heldBy(body), who: rules.who(body), gist: rules.gist(body) };
}

/** Facts from paper were never seen by the register, so they count as older than any limit. */
function isTooOld(db: ReadDb, ageMinutes: number | null): boolean {
  return ageMinutes === null || ageMinutes > readSetting(db, 'factsAgeLimitMinutes');
}

/** Marks that came from the register since the vehicle was typed: what this office knows stops the act, whatever the draft says. */
function laterMarks(db: ReadDb, vehicle: Vehicle | null): FieldProblem[] {
  if (!vehicle) return [];
  const known = findVehicle(db, vehicle.plate)?.marks ?? [];
  return known
    .filter(({ kind, since }) => !vehicle.marks.some((typed) => typed.kind === kind && typed.since === since))
    .map(({ kind, since, by }) => ({ step: 'vehicle', field: 'vehicle.plate', code: `vehicle.${kind}`, facts: { since, by } }));
}

interface FrameFacts {
  readonly confirmers: readonly PartyRole[];
  readonly confirmations: readonly { readonly role: PartyRole; readonly current: boolean }[];
  readonly scans: readonly Scan[];
  readonly needed: readonly string[];
}

/** What the frame itself asks of every service: its papers, and each party's own confirmation. */
function frameProblems({ confirmers, confirmations, scans, needed }: FrameFacts): FieldProblem[] {
  const papers = needed
    .filter((kind) => !scans.some((scan) => scan.kind === kind))
    .map((kind) => ({ step: 'papers', field: `scans.${kind}`, code: 'scan.missing', facts: { kind } }));
  const words = confirmers.flatMap((role) => {
    const given = confirmations.find((one) => one.role === role);
    if (given?.current) return [];
    return [{ step: 'confirm', field: `confirm.${role}`, code: given ? 'confirmation.outdated' : 'confirmation.missing', facts: { role } }];
  });
  return [...papers, ...words];
}

/** Where an application stands before money: nobody has confirmed, somebody has, everybody has. */
export function stateBeforeMoney(standing: Pick<Standing, 'confirmers' | 'confirmations'>): ApplicationState {
  const current = standing.confirmers.filter((role) => standing.confirmations.some((one) => one.role === role && one.current));
  if (current.length === 0) return 'draft';
  return current.length < standing.confirmers.length ? 'awaiting-party' : 'awaiting-payment';
}

function hashOf(facts: unknown): string {
  return hash('sha256', JSON.stringify(facts));
}
