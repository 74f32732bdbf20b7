import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Reference } from '#shared/domain/reference.ts';

const files: { readonly [K in keyof Reference]: string } = {
  feeSchedules: 'fee-schedules.json',
  accessFee: 'access-fee.json',
  holidays: 'holidays.json',
  counties: 'counties.json',
  offices: 'offices.json',
  plateClasses: 'plate-classes.json',
  serviceTimes: 'service-times.json',
  models: 'motorcycle-models.json',
  drivingClasses: 'driving-classes.json',
  drivingRules: 'driving-rules.json',
  drivingCourses: 'driving-courses.json',
  testCentres: 'test-centres.json',
  testSessions: 'test-sessions.json',
};

/** Reads the dated data that ships with the program; its consistency is a test of `shared/domain/reference-faults.ts`. */
export function readReference(resourcesDir: string): Reference {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(resourcesDir, 'reference', file), 'utf8'));
  return Object.fromEntries(Object.entries(files).map(([key, file]) => [key, read(file)])) as unknown as Reference;
}
