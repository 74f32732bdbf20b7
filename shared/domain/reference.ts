import type { Day } from '../base/instant.ts';
import type { AccessFeePeriod } from './access-fee.ts';
import type { DrivingClass, DrivingCourse, DrivingRules, TestCentre, TestSession } from './driving-class.ts';
import type { Confidence, FeeSchedule, FeeService } from './fee-schedule.ts';
import type { HolidayRules } from './holiday.ts';
import type { ModelCatalogue } from './batch/model-catalogue.ts';
import type { CollectionPoint, County, Office } from './office.ts';
import type { PlateClass } from './plate-class.ts';

/** Every file of `resources/reference` says when it was compiled and from what. */
interface Dated {
  readonly asOf: Day;
  readonly source: string;
}

/** `fee-schedules.json`. */
export interface FeeSchedulesFile extends Dated {
  readonly schedules: readonly FeeSchedule[];
}

/** `access-fee.json`: periods in order of time. */
export interface AccessFeeFile extends Dated {
  readonly periods: readonly AccessFeePeriod[];
}

/** `holidays.json`. */
export interface HolidaysFile extends Dated, HolidayRules {}

/** `counties.json`. */
export interface CountiesFile extends Dated {
  readonly counties: readonly County[];
}

/** `offices.json`. */
export interface OfficesFile extends Dated {
  readonly offices: readonly Office[];
  readonly collectionPoints: readonly CollectionPoint[];
}

/** What is known of the plates of one class besides the pattern; null is a fact no source gives. */
export interface PlateClassFacts {
  readonly class: PlateClass;
  /** Marks as written on paper. */
  readonly examples: readonly string[];
  readonly platesPerVehicle: 1 | 2 | null;
  readonly colour: 'white' | 'blue' | 'green' | null;
  /** Year, or year and month, of the first mark. */
  readonly since: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

/** `plate-classes.json`. */
export interface PlateClassesFile extends Dated {
  readonly plateClasses: readonly PlateClassFacts[];
}

/** In how many working days the register says it answers. */
export interface ServiceTime {
  readonly service: FeeService;
  readonly workingDays: number;
  readonly source: string;
  readonly confidence: Confidence;
}

/** `service-times.json`. */
export interface ServiceTimesFile extends Dated {
  readonly serviceTimes: readonly ServiceTime[];
}

/** `motorcycle-models.json`. */
export interface ModelsFile extends Dated, ModelCatalogue {}

/** `driving-classes.json`. */
export interface DrivingClassesFile extends Dated {
  readonly classes: readonly DrivingClass[];
}

/** `driving-rules.json`: sets of rules, each from its day on. */
export interface DrivingRulesFile extends Dated {
  readonly rules: readonly DrivingRules[];
}

/** `driving-courses.json`. */
export interface DrivingCoursesFile extends Dated {
  readonly courses: readonly DrivingCourse[];
}

/** `test-centres.json`. */
export interface TestCentresFile extends Dated {
  readonly centres: readonly TestCentre[];
}

/** `test-sessions.json`. */
export interface TestSessionsFile extends Dated {
  readonly sessions: readonly TestSession[];
}

/** All that ships as data, as read from the files. */
export interface Reference {
  readonly feeSchedules: FeeSchedulesFile;
  readonly accessFee: AccessFeeFile;
  readonly holidays: HolidaysFile;
  readonly counties: CountiesFile;
  readonly offices: OfficesFile;
  readonly plateClasses: PlateClassesFile;
  readonly serviceTimes: ServiceTimesFile;
  readonly models: ModelsFile;
  readonly drivingClasses: DrivingClassesFile;
  readonly drivingRules: DrivingRulesFile;
  readonly drivingCourses: DrivingCoursesFile;
  readonly testCentres: TestCentresFile;
  readonly testSessions: TestSessionsFile;
}
