import * as z from 'zod';
import { applicationState, id, instant, line, vehicle } from './model.ts';
import { command, query } from './procedure.ts';

export const vehicles = {
  /** The vehicle as this office knows it, and the open application that holds it, if any. */
  find: query({
    access: 'signed-in',
    input: z.strictObject({ text: line }),
    output: z.strictObject({
      vehicle: vehicle.nullable(),
      openApplication: z.strictObject({ id, reference: line, state: applicationState, since: instant }).nullable(),
    }),
  }),
  /** Asks the hub by plate or chassis and keeps the answer with its time. */
  lookUp: command({
    access: ['clerk', 'supervisor', 'dealer-clerk', 'registrar'],
    input: z.strictObject({ text: line }),
    output: z.strictObject({ vehicle: vehicle.nullable() }),
  }),
};
