import type { Party } from '../party.ts';
import { emptyParty } from '../party-fields.ts';
import { batchHold } from './hold.ts';
import type { BatchService } from './service.ts';

/** A driving school's list as it was paid for: each of its bookings is an application of its own. */
export interface SchoolListBody {
  readonly service: 'school-list';
  readonly number: string;
  /** How many of its candidates have a seat by it. */
  readonly candidates: number;
  readonly class: string;
  readonly centre: string;
  readonly day: string;
  readonly session: string;
  readonly parties: Readonly<{ school: Party }>;
}

/** One payment and one receipt for the driving tests of a school's candidates (issue 5, point 6). */
export const schoolListRules: BatchService<SchoolListBody> = {
  id: 'school-list',
  seriesKind: 'L',
  feeService: 'driving-test',
  about: 'batch',
  steps: ['papers', 'confirm', 'money'],
  emptyBody: () => ({
    service: 'school-list',
    number: '',
    candidates: 0,
    class: '',
    centre: '',
    day: '',
    session: '',
    parties: { school: emptyParty },
  }),
  holdKeys: ({ number }) => (number === '' ? null : batchHold(number)),
  heldUntil: () => null,
  // The candidates' bookings carry the school's word for each.
  partiesOf: () => [],
  applicant: 'school',
  isSale: false,
  scansNeeded: () => [],
  rejectionReasons: [],
  who: ({ parties: { school } }) => school.organisation || '?',
  gist: ({ class: wanted, day }) => ({ of: 'class', class: wanted, day }),
  problems: ({ candidates, number }) =>
    candidates > 0 && number !== '' ? [] : [{ step: 'papers', field: 'candidates', code: 'missing', facts: {} }],
  warnings: () => [],
  confirmedFacts: ({ number, candidates }) => ({ number, candidates }),
  approval: null,
};
