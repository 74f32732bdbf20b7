import type { Party } from '../party.ts';
import { emptyParty } from '../party-fields.ts';
import { batchHold } from './hold.ts';
import type { BatchService } from './service.ts';

/** A dealer's batch as it was sent; what is asked for each motorcycle stands in its units. */
export interface BatchRegistrationBody {
  readonly service: 'batch-registration';
  readonly number: string;
  readonly units: number;
  /** The second person, who looked at every row before it was paid for. */
  readonly checkedBy: string;
  readonly parties: Readonly<{ dealer: Party }>;
}

/** First registration of a dealer's motorcycles: one reference, one payment and one receipt for all (DOMAIN §5.2; FEATURES E6). */
export const batchRegistrationRules: BatchService<BatchRegistrationBody> = {
  id: 'batch-registration',
  seriesKind: 'B',
  feeService: 'first-registration',
  about: 'batch',
  steps: ['papers', 'confirm', 'money'],
  emptyBody: () => ({ service: 'batch-registration', number: '', units: 0, checkedBy: '', parties: { dealer: emptyParty } }),
  holdKeys: ({ number }) => (number === '' ? null : batchHold(number)),
  heldUntil: () => null,
  // Nobody stands at the counter for each motorcycle; a second person of the dealer or the office looks at the rows instead.
  partiesOf: () => [],
  applicant: 'dealer',
  isSale: false,
  scansNeeded: () => [],
  // A batch is decided unit by unit, each with reasons of its own (`unit.ts`).
  rejectionReasons: [],
  who: ({ parties: { dealer } }) => dealer.organisation || '?',
  gist: ({ units }) => ({ of: 'units', units }),
  problems: ({ units, number }) => (units > 0 && number !== '' ? [] : [{ step: 'papers', field: 'units', code: 'missing', facts: {} }]),
  warnings: () => [],
  confirmedFacts: ({ number, units }) => ({ number, units }),
  approval: 'by-unit',
};
