import { isDay } from '../base/instant.ts';
import type { Reference } from './reference.ts';
import { twice, type ReferenceFault } from './reference-fault.ts';

type DrivingFiles = Pick<Reference, 'drivingClasses' | 'drivingRules' | 'drivingCourses' | 'testCentres' | 'testSessions' | 'offices'>;

/** What is inconsistent in the data of driving tests: classes that name each other, rules by day, centres and their offices. */
export function drivingFaults(files: DrivingFiles): readonly ReferenceFault[] {
  return [...classFaults(files), ...ruleFaults(files), ...centreFaults(files), ...sessionFaults(files)];
}

function classFaults({ drivingClasses, drivingCourses }: DrivingFiles): readonly ReferenceFault[] {
  const ids = drivingClasses.classes.map(({ id }) => id);
  const named = [
    ...drivingClasses.classes.map(({ id, prerequisite }) => ({ where: id, names: prerequisite?.anyOf ?? [] })),
    ...drivingCourses.courses.map(({ id, classes }) => ({ where: id, names: classes })),
  ];
  const counts = drivingClasses.classes.flatMap(({ id, minimumAge, prerequisite }) =>
    [minimumAge, prerequisite?.years ?? null].flatMap((count) => (count !== null && !(count >= 1) ? [id] : [])),
  );
  return [
    ...twice(ids),
    ...twice(drivingCourses.courses.map(({ id }) => id)),
    ...named.flatMap(({ where, names }) => (names.every((name) => ids.includes(name)) ? [] : [{ code: 'id-unknown', where } as const])),
    ...counts.map((where) => ({ code: 'count-not-positive', where }) as const),
  ];
}

function ruleFaults({ drivingRules }: DrivingFiles): readonly ReferenceFault[] {
  return [
    ...twice(drivingRules.rules.map(({ id }) => id)),
    ...twice(drivingRules.rules.map(({ effectiveFrom }) => effectiveFrom)),
    ...drivingRules.rules.flatMap(({ id, effectiveFrom, stages }) => [
      ...(isDay(effectiveFrom) ? [] : [{ code: 'day-malformed', where: id } as const]),
      ...twice(stages.map((stage) => `${id} ${stage.id}`)),
      ...stages
        .filter(({ passMarks, fullMarks }) => !(passMarks >= 1 && passMarks <= fullMarks))
        .map((stage) => ({ code: 'count-not-positive', where: `${id} ${stage.id}` }) as const),
    ]),
  ];
}

function centreFaults({ testCentres, offices }: DrivingFiles): readonly ReferenceFault[] {
  const officeCodes = new Set(offices.offices.map(({ code }) => code));
  return [
    ...twice(testCentres.centres.map(({ code }) => code)),
    ...testCentres.centres
      .filter(({ officeCode }) => !officeCodes.has(officeCode))
      .map(({ code }) => ({ code: 'id-unknown', where: code }) as const),
  ];
}

function sessionFaults({ testSessions: { sessions } }: DrivingFiles): readonly ReferenceFault[] {
  return [
    ...twice(sessions.map(({ id }) => id)),
    ...sessions
      .filter(({ startsAt }, index) => !/^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(startsAt) || startsAt <= (sessions[index - 1]?.startsAt ?? ''))
      .map(({ id }) => ({ code: 'tiers-disordered', where: id }) as const),
  ];
}
