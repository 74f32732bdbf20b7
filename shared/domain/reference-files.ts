import type { Reference } from './reference.ts';

/** Where each table lies in `resources/reference`. */
export const referenceFiles: { readonly [K in keyof Reference]: string } = {
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
