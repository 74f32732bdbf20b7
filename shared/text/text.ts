import { application as enApplication } from './en/application.ts';
import { batchRegistration as enBatchRegistration } from './en/batch-registration.ts';
import { batchSent as enBatchSent } from './en/batch-sent.ts';
import { batches as enBatches } from './en/batches.ts';
import { casePage as enCasePage } from './en/case.ts';
import { check as enCheck } from './en/check.ts';
import { duplicateLogbook as enDuplicateLogbook } from './en/duplicate-logbook.ts';
import { frame as enFrame } from './en/frame.ts';
import { grid as enGrid } from './en/grid.ts';
import { logbooks as enLogbooks } from './en/logbooks.ts';
import { money as enMoney } from './en/money.ts';
import { newCase as enNewCase } from './en/new-case.ts';
import { people as enPeople } from './en/people.ts';
import { platePacks as enPlatePacks } from './en/plates.ts';
import { post as enPost } from './en/post.ts';
import { printing as enPrinting } from './en/printing.ts';
import { problems as enProblems } from './en/problems.ts';
import { provisionalLicence as enProvisionalLicence } from './en/provisional-licence.ts';
import { queue as enQueue } from './en/queue.ts';
import { records as enRecords } from './en/records.ts';
import { reference as enReference } from './en/reference.ts';
import { refusals as enRefusals } from './en/refusals.ts';
import { registrar as enRegistrar } from './en/registrar.ts';
import { search as enSearch } from './en/search.ts';
import { schoolLists as enSchoolLists } from './en/school-lists.ts';
import { settings as enSettings } from './en/settings.ts';
import { sheets as enSheets } from './en/sheets.ts';
import { shelf as enShelf } from './en/shelf.ts';
import { signIn as enSignIn } from './en/sign-in.ts';
import { start as enStart } from './en/start.ts';
import { states as enStates } from './en/states.ts';
import { stock as enStock } from './en/stock.ts';
import { system as enSystem } from './en/system.ts';
import { tableFile as enTableFile } from './en/table-file.ts';
import { interimLicence as enInterimLicence } from './en/interim-licence.ts';
import { testBooking as enTestBooking } from './en/test-booking.ts';
import { testDay as enTestDay } from './en/test-day.ts';
import { tests as enTests } from './en/tests.ts';
import { tradePlates as enTradePlates } from './en/trade-plates.ts';
import { transfer as enTransfer } from './en/transfer.ts';
import { work as enWork } from './en/work.ts';
import { application as swApplication } from './sw/application.ts';
import { batchRegistration as swBatchRegistration } from './sw/batch-registration.ts';
import { batchSent as swBatchSent } from './sw/batch-sent.ts';
import { batches as swBatches } from './sw/batches.ts';
import { casePage as swCasePage } from './sw/case.ts';
import { check as swCheck } from './sw/check.ts';
import { duplicateLogbook as swDuplicateLogbook } from './sw/duplicate-logbook.ts';
import { frame as swFrame } from './sw/frame.ts';
import { grid as swGrid } from './sw/grid.ts';
import { logbooks as swLogbooks } from './sw/logbooks.ts';
import { money as swMoney } from './sw/money.ts';
import { newCase as swNewCase } from './sw/new-case.ts';
import { people as swPeople } from './sw/people.ts';
import { platePacks as swPlatePacks } from './sw/plates.ts';
import { post as swPost } from './sw/post.ts';
import { printing as swPrinting } from './sw/printing.ts';
import { problems as swProblems } from './sw/problems.ts';
import { provisionalLicence as swProvisionalLicence } from './sw/provisional-licence.ts';
import { queue as swQueue } from './sw/queue.ts';
import { records as swRecords } from './sw/records.ts';
import { reference as swReference } from './sw/reference.ts';
import { refusals as swRefusals } from './sw/refusals.ts';
import { registrar as swRegistrar } from './sw/registrar.ts';
import { search as swSearch } from './sw/search.ts';
import { schoolLists as swSchoolLists } from './sw/school-lists.ts';
import { settings as swSettings } from './sw/settings.ts';
import { sheets as swSheets } from './sw/sheets.ts';
import { shelf as swShelf } from './sw/shelf.ts';
import { signIn as swSignIn } from './sw/sign-in.ts';
import { start as swStart } from './sw/start.ts';
import { states as swStates } from './sw/states.ts';
import { stock as swStock } from './sw/stock.ts';
import { system as swSystem } from './sw/system.ts';
import { tableFile as swTableFile } from './sw/table-file.ts';
import { interimLicence as swInterimLicence } from './sw/interim-licence.ts';
import { testBooking as swTestBooking } from './sw/test-booking.ts';
import { testDay as swTestDay } from './sw/test-day.ts';
import { tests as swTests } from './sw/tests.ts';
import { tradePlates as swTradePlates } from './sw/trade-plates.ts';
import { transfer as swTransfer } from './sw/transfer.ts';
import { work as swWork } from './sw/work.ts';
import type { ApplicationState, ServiceId } from '../domain/application.ts';
import type { ServiceBody } from '../domain/services/services.ts';
import type { ServiceWords } from './service-words.ts';

/** What each service says of itself; a new service adds its block here. */
type Services = { readonly [S in ServiceId]: ServiceWords<Extract<ServiceBody, { service: S }>> };

const en = {
  frame: enFrame,
  start: enStart,
  signIn: enSignIn,
  work: enWork,
  newCase: enNewCase,
  queue: enQueue,
  records: enRecords,
  people: enPeople,
  settings: enSettings,
  system: enSystem,
  tableFile: enTableFile,
  search: enSearch,
  reference: enReference,
  refusals: enRefusals,
  states: enStates,
  application: enApplication,
  batches: enBatches,
  batchSent: enBatchSent,
  casePage: enCasePage,
  check: enCheck,
  grid: enGrid,
  logbooks: enLogbooks,
  sheets: enSheets,
  shelf: enShelf,
  stock: enStock,
  platePacks: enPlatePacks,
  tradePlates: enTradePlates,
  money: enMoney,
  post: enPost,
  printing: enPrinting,
  problems: enProblems,
  registrar: enRegistrar,
  testDay: enTestDay,
  transfer: enTransfer,
  duplicateLogbook: enDuplicateLogbook,
  provisionalLicence: enProvisionalLicence,
  testBooking: enTestBooking,
  interimLicence: enInterimLicence,
  tests: enTests,
  schoolLists: enSchoolLists,
  services: {
    transfer: enTransfer.service,
    'duplicate-logbook': enDuplicateLogbook.service,
    'provisional-licence': enProvisionalLicence.service,
    'test-booking': enTestBooking.service,
    'interim-licence': enInterimLicence.service,
    'batch-registration': enBatchRegistration.service,
    'school-list': enSchoolLists.service,
  } satisfies Services,
};

/** Every sentence a person reads on screen, by feature, in one language. */
export type Words = typeof en;

const sw: Words = {
  frame: swFrame,
  start: swStart,
  signIn: swSignIn,
  work: swWork,
  newCase: swNewCase,
  queue: swQueue,
  records: swRecords,
  people: swPeople,
  settings: swSettings,
  system: swSystem,
  tableFile: swTableFile,
  search: swSearch,
  reference: swReference,
  refusals: swRefusals,
  states: swStates,
  application: swApplication,
  batches: swBatches,
  batchSent: swBatchSent,
  casePage: swCasePage,
  check: swCheck,
  grid: swGrid,
  logbooks: swLogbooks,
  sheets: swSheets,
  shelf: swShelf,
  stock: swStock,
  platePacks: swPlatePacks,
  tradePlates: swTradePlates,
  money: swMoney,
  post: swPost,
  printing: swPrinting,
  problems: swProblems,
  registrar: swRegistrar,
  testDay: swTestDay,
  transfer: swTransfer,
  duplicateLogbook: swDuplicateLogbook,
  provisionalLicence: swProvisionalLicence,
  testBooking: swTestBooking,
  interimLicence: swInterimLicence,
  tests: swTests,
  schoolLists: swSchoolLists,
  services: {
    transfer: swTransfer.service,
    'duplicate-logbook': swDuplicateLogbook.service,
    'provisional-licence': swProvisionalLicence.service,
    'test-booking': swTestBooking.service,
    'interim-licence': swInterimLicence.service,
    'batch-registration': swBatchRegistration.service,
    'school-list': swSchoolLists.service,
  },
};

export const texts = { en, sw };

/** The languages of the counter. */
export type Locale = keyof typeof texts;

/** What a service says of itself; its facts are asked for bodies of that service only. */
export function serviceWords(words: Words, service: ServiceId): ServiceWords<ServiceBody> {
  return words.services[service] as unknown as ServiceWords<ServiceBody>;
}

/** How a step is called: the service's own, or one that every service has. */
export function stepName(words: Words, service: ServiceId, step: string): string {
  const common: Readonly<Record<string, string>> = words.application.step;
  return words.services[service].step[step] ?? common[step] ?? step;
}

/** What is said of a state of an application: the service's own sentence, or the general one. */
export function stateSentence(words: Words, service: ServiceId, state: ApplicationState) {
  const { states: own } = words.services[service];
  const { meaning, may, say, next } = words.states;
  return {
    meaning: own.meaning[state] ?? meaning[state],
    may: own.may[state] ?? may[state],
    say: own.say[state] ?? say[state],
    next: own.next[state] ?? next[state],
  };
}
