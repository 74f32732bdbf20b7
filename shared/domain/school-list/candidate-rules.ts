import { cellOf } from '../batch/judged-row.ts';
import type { Driver } from '../driver.ts';
import { checkIdentityNumber } from '../identity-document.ts';
import { emptyParty, type KnownFacts } from '../party-fields.ts';
import { checkPhone } from '../phone.ts';
import type { FieldProblem } from '../refusal.ts';
import type { SeatPlace } from '../seat-lease.ts';
import { testBookingRules, type TestBookingBody } from '../services/test-booking.ts';
import { compact } from '../typed-text.ts';
import type { CandidateCells, CandidateField, CandidateFix, CandidateProblem } from './candidate-row.ts';

/** What the rules of one row know besides the row. */
export interface CandidateKnowledge extends KnownFacts {
  /** Where and when the whole list is tested. */
  readonly place: SeatPlace;
  /** Who is named, as the register has them; undefined where this PC knows nobody by these numbers. */
  readonly driver: Driver | undefined;
  /** The number of an earlier row that names the same person. */
  readonly twin: number | undefined;
}

/** Everything in one row that stops it or has to be asked: what a single booking at the counter asks, and what only a list can have wrong. */
export function candidateProblems(cells: CandidateCells, known: CandidateKnowledge): readonly CandidateProblem[] {
  const { driver, twin } = known;
  if (!driver) return [...phoneProblems(cells), ...unknownProblems(cells)];
  return [
    ...nameProblems(cells, driver),
    ...numberProblems(cells, driver),
    ...(twin === undefined ? [] : [wrong('idNumber', 'school.same-candidate', { facts: { row: twin } })]),
    ...bookingProblems(cells, driver, known),
  ];
}

/** The booking that the counter would type for this candidate. */
export function bookingOf(cells: CandidateCells, driver: Driver, place: SeatPlace): TestBookingBody {
  const { idKind, idNumber, name, kraPin } = driver;
  const phone = cellOf(cells, 'phone') || driver.phone;
  const { class: of, centre, day, session } = place;
  return {
    ...testBookingRules.emptyBody(),
    driver,
    class: of,
    centre,
    day,
    session,
    parties: { driver: { ...emptyParty, idKind, idNumber, name, kraPin, phone } },
  };
}

function wrong(field: CandidateField, code: string, more: Partial<Pick<CandidateProblem, 'facts' | 'fixes'>> = {}): CandidateProblem {
  return { field, code, facts: {}, fixes: [], ...more, tone: 'wrong' };
}

/** Nobody is known by what was typed: a slip in it, or a person of whom this PC has not heard. */
function unknownProblems(cells: CandidateCells): readonly CandidateProblem[] {
  const [idNumber, provisional] = [cellOf(cells, 'idNumber'), cellOf(cells, 'provisionalNumber')];
  if (idNumber === '')
    return [provisional === '' ? wrong('idNumber', 'missing') : wrong('provisionalNumber', 'school.no-such-provisional')];
  const reading = checkIdentityNumber('national-id', idNumber);
  if (reading.ok) return [wrong('idNumber', 'driver.no-record')];
  const suggestion = String(reading.problem.facts['suggestion'] ?? '');
  const fixes: readonly CandidateFix[] = suggestion === '' ? [] : [{ code: 'look-alike', cells: { idNumber: suggestion } }];
  // Letters stand in passport numbers too, so a slip may look like one.
  const isPassport = checkIdentityNumber('passport', idNumber).ok;
  return [
    isPassport
      ? wrong('idNumber', 'driver.no-record', { fixes })
      : wrong('idNumber', reading.problem.code, { facts: reading.problem.facts, fixes }),
  ];
}

function nameProblems(cells: CandidateCells, { name }: Driver): readonly CandidateProblem[] {
  const typed = cellOf(cells, 'name');
  if (typed !== '' && isSameName(typed, name)) return [];
  const fixes = [{ code: 'register', cells: { name } }] as const;
  return [{ field: 'name', code: 'school.name-differs', facts: { name }, tone: 'asked', fixes }];
}

/** One name may be left out and the order may differ: schools write two names where the ID has three. */
function isSameName(typed: string, known: string): boolean {
  const [ours, theirs] = [wordsOf(typed), wordsOf(known)];
  const shared = ours.filter((word) => theirs.includes(word)).length;
  return shared >= Math.min(2, theirs.length) && shared === Math.min(ours.length, theirs.length);
}

function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

/** Of the two numbers that name a candidate the record has both. */
function numberProblems(cells: CandidateCells, { provisional }: Driver): readonly CandidateProblem[] {
  const typed = cellOf(cells, 'provisionalNumber');
  if (typed === '' || !provisional || compact(typed) === compact(provisional.number)) return [];
  const fixes = [{ code: 'register', cells: { provisionalNumber: provisional.number } }] as const;
  return [wrong('provisionalNumber', 'school.other-provisional', { facts: { number: provisional.number }, fixes })];
}

/** The rules of a single booking, each said of the cell of the row where people look. */
function bookingProblems(cells: CandidateCells, driver: Driver, known: CandidateKnowledge): readonly CandidateProblem[] {
  const found = testBookingRules.problems(bookingOf(cells, driver, known.place), known);
  return found.map((problem) => {
    const { field, code, facts } = ofRow(problem);
    return field === 'phone' ? phoneProblem(cells, code, facts) : wrong(field, code, { facts });
  });
}

function ofRow({ field, code, facts }: FieldProblem): Pick<CandidateProblem, 'field' | 'code' | 'facts'> {
  if (field === 'parties.driver.phone') return { field: 'phone', code, facts };
  if (code === 'missing') return { field: 'idNumber', code: 'school.record-incomplete', facts };
  return { field: aboutLicence.has(code) ? 'provisionalNumber' : 'idNumber', code, facts };
}

const aboutLicence: ReadonlySet<string> = new Set(['driver.no-provisional', 'driver.provisional-ended', 'driver.other-class']);

function phoneProblems(cells: CandidateCells): readonly CandidateProblem[] {
  const text = cellOf(cells, 'phone');
  if (text === '') return [];
  const phone = checkPhone(text);
  return phone.ok ? [] : [phoneProblem(cells, phone.problem.code, phone.problem.facts)];
}

/** A spreadsheet drops the zero before a number. */
function phoneProblem(cells: CandidateCells, code: string, facts: CandidateProblem['facts']): CandidateProblem {
  const withZero = `0${cellOf(cells, 'phone')}`;
  return wrong('phone', code, { facts, fixes: checkPhone(withZero).ok ? [{ code: 'plain', cells: { phone: withZero } }] : [] });
}
