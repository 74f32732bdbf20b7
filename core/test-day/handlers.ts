import { addDays, dayOf } from '#shared/base/instant.ts';
import type { Reference } from '#shared/domain/reference.ts';
import { officeName } from '../applications/service.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { checkSupervisor } from '../people/service.ts';
import { countBookings, listBookings } from '../test-bookings/service.ts';
import { candidateOf } from './candidate.ts';
import { checkIn } from './check-in.ts';
import { giveResult } from './give-result.ts';
import { getCentre, heardAllAt, testRulesOn } from './sitting.ts';

/** How far the test day looks back, to give results late, and ahead, to print lists before the line goes (FEATURES D7). */
const daysBack = 7;
const daysAhead = 7;

/** The day of the driving test; everything is told by this PC alone. */
export function testDayHandlers(reference: Reference): FeatureHandlers<'testDay'> {
  return {
    choices: (cx) => {
      const today = dayOf(cx.now);
      const days = Array.from({ length: daysBack + 1 + daysAhead }, (_, index) => addDays(today, index - daysBack));
      const centres = reference.testCentres.centres.map(({ code, name, officeCode }) => ({
        code,
        name,
        isOurs: officeCode === cx.office.officeCode,
      }));
      return {
        today,
        centres: [...centres.filter(({ isOurs }) => isOurs), ...centres.filter(({ isOurs }) => !isOurs)],
        days,
        sessions: reference.testSessions.sessions.map(({ id, startsAt }) => ({ id, startsAt })),
        counts: countBookings(cx.db, { from: addDays(today, -daysBack), to: addDays(today, daysAhead) }),
      };
    },
    list: (cx, sitting) => {
      const { officeCode } = getCentre(reference, sitting.centre);
      return {
        isOurs: officeCode === cx.office.officeCode,
        runBy: { code: officeCode, name: officeName(reference, officeCode) },
        stages: testRulesOn(reference, sitting.day).stages.map(({ id, names, fullMarks, passMarks }) => ({
          id,
          names,
          fullMarks,
          passMarks,
        })),
        candidates: listBookings(cx.db, sitting).map((booking) => candidateOf(cx.db, booking)),
        heardAt: heardAllAt(cx.db),
      };
    },
    checkIn: (cx, wanted) => checkIn(cx, reference, wanted),
    giveResult: prepared({
      prepare: (cx, { correction }) => (correction ? checkSupervisor(cx, correction.supervisor) : Promise.resolve(null)),
      execute: (cx, wanted, checked) => giveResult(cx, reference, { ...wanted, checked }),
    }),
  };
}
