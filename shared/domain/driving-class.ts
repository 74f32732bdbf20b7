import { accept, decline, type Decision } from '../base/decision.ts';
import type { Day } from '../base/instant.ts';
import { ageOn, classesOn, type HeldClass } from './driver.ts';
import type { Confidence } from './fee-schedule.ts';

/** One of these classes must have been held that long. */
export interface Prerequisite {
  readonly anyOf: readonly string[];
  readonly years: number;
}

/** One class of driving licence (DOMAIN §6.1). Ages and prerequisites differ between sources, so each row names its own. */
export interface DrivingClass {
  /** As it stands on the licence, such as `A2`. */
  readonly id: string;
  readonly names: { readonly en: string; readonly sw: string };
  /** Whole years; null where no source gives an age for the class: then the age for any provisional licence counts. */
  readonly minimumAge: number | null;
  readonly prerequisite: Prerequisite | null;
  /** What the older curriculum calls it; empty where it has no such class. */
  readonly curriculumName: string;
  readonly source: string;
  readonly confidence: Confidence;
}

/** One part of a test with the marks it is judged by. */
export interface DrivingTestStage {
  readonly id: string;
  readonly names: { readonly en: string; readonly sw: string };
  readonly fullMarks: number;
  readonly passMarks: number;
  readonly source: string;
}

/** The waits, ends and marks that hold from a day on (DOMAIN §6.2); the latest set that has begun counts. */
export interface DrivingRules {
  readonly id: string;
  readonly effectiveFrom: Day;
  /** Whole years, for a class that names no age of its own. */
  readonly minimumAge: number;
  readonly provisionalMonths: number;
  /** Days between provisional licence and first test. */
  readonly maturityDays: number;
  /** Whether a test before that is refused; otherwise it is asked about. */
  readonly isMaturityBinding: boolean;
  readonly resitWaitDays: number;
  /** Within which a failed practical is taken again, else the course is. */
  readonly resitWithinMonths: number;
  /** What it costs to move a booked test to another session. */
  readonly rescheduleFeeCents: number;
  /** What is paid back of the fee where a booked test is given up. */
  readonly cancelRefundCents: number;
  readonly certificateMonths: number;
  readonly interimMonths: number;
  readonly stages: readonly DrivingTestStage[];
  /** Where each of them was read and how sure that is, one line a rule. */
  readonly sources: readonly { readonly rule: string; readonly source: string; readonly confidence: Confidence }[];
}

/** What is taught for a class, shown to the candidate (FEATURES S17). */
export interface DrivingCourse {
  readonly id: string;
  readonly classes: readonly string[];
  readonly names: { readonly en: string; readonly sw: string };
  readonly source: string;
  readonly confidence: Confidence;
}

/** Where tests are held, and the office that runs it. */
export interface TestCentre {
  readonly code: string;
  readonly name: string;
  readonly officeCode: string;
  /** False where no published list names this centre under this code. */
  readonly sourced: boolean;
}

/** One sitting of a day. */
export interface TestSession {
  readonly id: string;
  /** Wall clock in Kenya, `08:00`. */
  readonly startsAt: string;
  readonly sourced: boolean;
}

/** What the rules of learning and testing are held against. */
export interface DrivingReference {
  readonly classes: readonly DrivingClass[];
  /** Sets of rules, each from its day on. */
  readonly rules: readonly DrivingRules[];
}

/** The rules in force on a day: the latest that has begun. */
export function drivingRulesOn(rules: readonly DrivingRules[], day: Day): DrivingRules {
  const begun = rules.filter(({ effectiveFrom }) => effectiveFrom <= day).toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  const latest = begun[0] ?? rules[0];
  if (!latest) throw new Error('The driving reference has no rules');
  return latest;
}

export type ClassRefusal = 'driver.class-unknown' | 'driver.too-young' | 'driver.holds-class' | 'driver.prerequisite';

export interface Learner {
  readonly dateOfBirth: Day;
  readonly licences: readonly HeldClass[];
}

/** Whether somebody may begin to learn a class on a day: their age, and what they must have driven before (DOMAIN §6.1). */
export function mayLearn(
  learner: Learner,
  wanted: { readonly class: string; readonly day: Day },
  { classes, rules }: { readonly classes: readonly DrivingClass[]; readonly rules: DrivingRules },
): Decision<DrivingClass, ClassRefusal> {
  const of = classes.find(({ id }) => id === wanted.class);
  if (!of) return decline('driver.class-unknown', { class: wanted.class });
  const needed = of.minimumAge ?? rules.minimumAge;
  const age = ageOn(learner.dateOfBirth, wanted.day);
  if (age < needed) return decline('driver.too-young', { class: of.id, age, needed });
  const held = classesOn(learner.licences, wanted.day);
  if (held.some((one) => one.class === of.id)) return decline('driver.holds-class', { class: of.id });
  if (of.prerequisite && !isMet(of.prerequisite, held, wanted.day)) {
    const { anyOf, years } = of.prerequisite;
    return decline('driver.prerequisite', { class: of.id, needed: anyOf.join(', '), years });
  }
  return accept(of);
}

function isMet({ anyOf, years }: Prerequisite, held: readonly HeldClass[], day: Day): boolean {
  return held.some((one) => anyOf.includes(one.class) && ageOn(one.since, day) >= years);
}
