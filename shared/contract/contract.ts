import { applications } from './applications.ts';
import { batches } from './batches.ts';
import { check } from './check.ts';
import { copies } from './copies.ts';
import { drivers } from './drivers.ts';
import { logbooks } from './logbooks.ts';
import { office } from './office.ts';
import { paper } from './paper.ts';
import { payments } from './payments.ts';
import { people } from './people.ts';
import { printing } from './printing.ts';
import { queue } from './queue.ts';
import { post } from './post.ts';
import { reference } from './reference.ts';
import { records } from './records.ts';
import { registrar } from './registrar.ts';
import { search } from './search.ts';
import { schoolLists } from './school-lists.ts';
import { shelf } from './shelf.ts';
import { settings } from './settings.ts';
import { sheets } from './sheets.ts';
import { start } from './start.ts';
import { stock } from './stock.ts';
import { system } from './system.ts';
import { tests } from './tests.ts';
import { testDay } from './test-day.ts';
import { tradePlates } from './trade-plates.ts';
import { vehicles } from './vehicles.ts';

/** Everything a screen may ask. Hosts carry it, dispatch answers it. */
export const contract = {
  start,
  people,
  applications,
  vehicles,
  drivers,
  office,
  queue,
  payments,
  paper,
  logbooks,
  shelf,
  sheets,
  registrar,
  search,
  records,
  reference,
  settings,
  copies,
  system,
  post,
  check,
  printing,
  batches,
  stock,
  tradePlates,
  tests,
  testDay,
  schoolLists,
};

export type Contract = typeof contract;
