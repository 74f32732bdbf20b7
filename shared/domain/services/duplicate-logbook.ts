import type { Party } from '../party.ts';
import { emptyParty, isOrganisation, isSameParty, shortName } from '../party-fields.ts';
import type { FieldProblem } from '../refusal.ts';
import type { ScanKind } from '../scan-kind.ts';
import type { Vehicle } from '../vehicle.ts';
import type { Approval, ApprovalFacts } from './approval.ts';
import { collectionProblems, type CollectionPart } from './collection-part.ts';
import { ownerOfParty, ownerProblems, partyOfOwner } from './owner-part.ts';
import { vehicleHold } from './hold.ts';
import { ownershipOf } from './ownership.ts';
import type { VehicleService } from './service.ts';
import { vehicleProblems, vehicleWarnings } from './vehicle-part.ts';

/** What happened to the old book, or that it is to become an eLogbook (DOMAIN 0.1, §5.1). */
export const duplicateReasons = ['lost', 'defaced', 'conversion'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** What the clerk types for a duplicate logbook. */
export interface DuplicateLogbookBody extends CollectionPart {
  readonly service: 'duplicate-logbook';
  readonly vehicle: Vehicle | null;
  readonly reason: DuplicateReason | null;
  /** The registered owner, one of joint owners, or an organisation with who is sent for it. */
  readonly parties: Readonly<{ owner: Party }>;
}

/**
 * Papers by reason (seed 003, DOMAIN §5.1; H). One source adds an affidavit for a defaced book (K3); it is not asked. Which papers and
 * fee apply to a plain conversion of a paper book to an eLogbook is **not established** (DOMAIN §5.1): our reading asks the scan of the
 * old book and its surrender, and takes the fee of the schedule.
 */
const papers: Readonly<Record<DuplicateReason, readonly ScanKind[]>> = {
  lost: ['police-abstract', 'affidavit', 'tape-lift-report'],
  defaced: ['damaged-logbook'],
  conversion: ['logbook'],
};

/** The owner's new eLogbook in place of a book that is lost, defaced, or still on paper (DOMAIN §5.1; FEATURES S4). */
export const duplicateLogbookRules: VehicleService<DuplicateLogbookBody> = {
  id: 'duplicate-logbook',
  seriesKind: 'D',
  feeService: 'duplicate-logbook',
  steps: ['vehicle', 'reason', 'owner', 'papers', 'confirm', 'money'],
  emptyBody: () => ({
    service: 'duplicate-logbook',
    vehicle: null,
    reason: null,
    parties: { owner: emptyParty },
    collectionOffice: '',
    collectorIdNumber: '',
  }),
  about: 'vehicle',
  vehicleOf: (body) => body.vehicle,
  holdKeys: ({ vehicle }) => vehicle && vehicleHold(vehicle),
  heldUntil: () => null,
  collectionOfficeOf: ({ collectionOffice }) => collectionOffice,
  partiesOf: () => ['owner'],
  applicant: 'owner',
  isSale: false,
  scansNeeded: ({ reason, parties }) => [
    ...(reason ? papers[reason] : []),
    ...(isOrganisation('owner', parties.owner) ? (['delegate-letter'] as const) : []),
  ],
  rejectionReasons: ['paper-of-another-vehicle', 'paper-unreadable', 'paper-is-another-paper', 'owner-details-wrong'],
  who: ({ parties: { owner } }) => shortName(owner.organisation || owner.name) || '?',
  gist: ({ vehicle }) => ({ of: 'vehicle', plate: vehicle?.plate ?? '' }),
  problems: (body, known) => [
    ...vehicleProblems(body.vehicle, known),
    ...reasonProblems(body),
    ...ownerProblems({ step: 'owner', role: 'owner', party: body.parties.owner }, body.vehicle),
  ],
  warnings: (body) => vehicleWarnings(body.vehicle),
  confirmedFacts: ({ vehicle, reason, parties }) => ({
    plate: vehicle?.plate,
    chassis: vehicle?.chassis,
    reason,
    parties: [['owner', parties.owner]],
  }),
  approval: approveDuplicate,
};

function reasonProblems(body: DuplicateLogbookBody): FieldProblem[] {
  const missing: readonly FieldProblem[] = body.reason ? [] : [{ step: 'reason', field: 'reason', code: 'missing', facts: {} }];
  return [...missing, ...collectionProblems('reason', body)];
}

/** A new book and the same owners. A book that is still there is given up when the copy is fetched; a lost one cannot be. */
function approveDuplicate({ reason, parties }: DuplicateLogbookBody, { vehicle }: ApprovalFacts): Approval {
  const { owner } = parties;
  // A vehicle that the register learns of from paper has no owner there yet.
  const owners = vehicle.owners.length > 0 ? vehicle.owners : [ownerOfParty('owner', owner)];
  const [first] = owners;
  const isFirst = first !== undefined && isSameParty(owner, partyOfOwner(first));
  const cause = reason ?? 'conversion';
  return {
    vehicle: { ...vehicle, owners },
    people: [],
    logbook: {
      ownership: ownershipOf(owners),
      postalAddress: isFirst ? owner.postalAddress : '',
      cause,
      surrender: cause === 'lost' ? 'not-applicable' : 'required',
    },
  };
}
