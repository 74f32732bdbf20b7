import type { Day } from '../../base/instant.ts';
import type { ServiceId } from '../application.ts';
import type { Driver } from '../driver.ts';
import type { FeeService } from '../fee-schedule.ts';
import type { PartyRole } from '../party.ts';
import type { KnownFacts } from '../party-fields.ts';
import type { FieldProblem } from '../refusal.ts';
import type { RejectionReason } from '../rejection-reason.ts';
import type { ScanKind } from '../scan-kind.ts';
import type { SeriesKind } from '../series-kind.ts';
import type { Vehicle } from '../vehicle.ts';
import type { Approval, ApprovalFacts, DriverApproval, DriverApprovalFacts } from './approval.ts';
import type { HoldKeys } from './hold.ts';

/** What an application is about in a word or two: codes, which each reader says in words of its own; empty or 0 while nothing is chosen. */
export type Gist =
  | { readonly of: 'vehicle'; readonly plate: string }
  | { readonly of: 'class'; readonly class: string; readonly day: string }
  | { readonly of: 'units'; readonly units: number };

/**
 * What a service adds to the one life of all applications (DESIGN §2): pure functions over what was typed. A new service is one such
 * file, one form, its fee rows and its words. Every service has the steps `papers`, `confirm` and `money`, last and in this order.
 */
interface CommonRules<Body> {
  readonly id: ServiceId;
  /** First letter of its references. */
  readonly seriesKind: SeriesKind;
  /** Its rows in the fee schedules and its promised time in `service-times.json`. */
  readonly feeService: FeeService;
  readonly steps: readonly string[];
  readonly emptyBody: () => Body;
  /** What only one open application in the country may be about; null while it is not named. */
  readonly holdKeys: (body: Body) => HoldKeys | null;
  /** The last day on which it is held by who was approved; null where an approval lets it go. */
  readonly heldUntil: (body: Body) => Day | null;
  /** Those who take part, in counter order. */
  readonly partiesOf: (body: Body) => readonly PartyRole[];
  /** Who asks for it and pays. */
  readonly applicant: PartyRole;
  /** Whether the law's two clocks of a sale run from its sending (Traffic Act s.9; DOMAIN §4.2). */
  readonly isSale: boolean;
  readonly scansNeeded: (body: Body) => readonly ScanKind[];
  /** What the registrar may choose from when it is returned or refused. */
  readonly rejectionReasons: readonly RejectionReason[];
  /** `Achieng W. → Kamau N.` */
  readonly who: (body: Body) => string;
  /** What it is about, as lists show it beside who. */
  readonly gist: (body: Body) => Gist;
  /** What stops it, field by field; papers, confirmations and money are the frame's own. */
  readonly problems: (body: Body, known: KnownFacts) => readonly FieldProblem[];
  /** What to look at again; stops nothing. */
  readonly warnings: (body: Body, known: Pick<KnownFacts, 'driving'>) => readonly FieldProblem[];
  /** What the parties confirm; a change of it asks them again. */
  readonly confirmedFacts: (body: Body) => unknown;
}

/** A service about a vehicle: what comes of it is fetched at an office. */
export interface VehicleService<Body> extends CommonRules<Body> {
  readonly about: 'vehicle';
  readonly vehicleOf: (body: Body) => Vehicle | null;
  readonly collectionOfficeOf: (body: Body) => string;
  /** What the registrar's approval makes of the register. */
  readonly approval: (body: Body, facts: ApprovalFacts) => Approval;
}

/** A service about a driver, who is the applicant: known by their papers, with a record in the register or none yet. */
export interface DriverService<Body> extends CommonRules<Body> {
  readonly about: 'driver';
  /** As the register has them; null while it was not asked, and where it has no record. */
  readonly driverOf: (body: Body) => Driver | null;
  /** What was typed, with the register's record in place of the one it was typed by. */
  readonly withDriver: (body: Body, driver: Driver | null) => Body;
  /**
   * What the registrar's approval makes of the record; nothing, where it needs one that the register lacks. Null where no registrar is asked:
   * what the hub lent beforehand is approved by the sending of it, and may still be cancelled after.
   */
  readonly approval: ((body: Body, facts: DriverApprovalFacts) => DriverApproval | null) | null;
}

/** A service about many at once: new vehicles, of which a registrar decides each, or seats that the hub lent beforehand. */
export interface BatchService<Body> extends CommonRules<Body> {
  readonly about: 'batch';
  /** Null where no registrar is asked: it is approved by its sending. */
  readonly approval: 'by-unit' | null;
}

export type ServiceRules<Body> = VehicleService<Body> | DriverService<Body> | BatchService<Body>;
