import type { ServiceId } from '../application.ts';
import type { FeeService } from '../fee-schedule.ts';
import type { PartyRole } from '../party.ts';
import type { KnownFacts } from '../party-fields.ts';
import type { FieldProblem } from '../refusal.ts';
import type { ScanKind } from '../scan-kind.ts';
import type { Vehicle } from '../vehicle.ts';

/**
 * What a service adds to the one life of all applications (DESIGN §2): pure functions over what was typed. A new service is one such
 * file, one form, its fee rows and its words.
 */
export interface ServiceRules<Body> {
  readonly id: ServiceId;
  /** First letter of its references. */
  readonly seriesKind: 'T';
  /** Its rows in the fee schedules and its promised time in `service-times.json`. */
  readonly feeService: FeeService;
  readonly steps: readonly string[];
  readonly emptyBody: () => Body;
  readonly vehicleOf: (body: Body) => Vehicle | null;
  /** Those who take part, in counter order. */
  readonly partiesOf: (body: Body) => readonly PartyRole[];
  readonly scansNeeded: (body: Body) => readonly ScanKind[];
  /** `Achieng W. → Kamau N.` */
  readonly who: (body: Body) => string;
  /** What stops it, field by field; papers, confirmations and money are the frame's own. */
  readonly problems: (body: Body, known: KnownFacts) => readonly FieldProblem[];
  /** What to look at again; stops nothing. */
  readonly warnings: (body: Body) => readonly FieldProblem[];
  /** What the parties confirm; a change of it asks them again. */
  readonly confirmedFacts: (body: Body) => unknown;
}
