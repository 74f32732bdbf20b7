import * as z from 'zod';
import { replacementCauses } from '../domain/logbook.ts';
import { instant, line } from './model.ts';

/** That a newer eLogbook of the same vehicle took the place of an older one: its number, when it was approved, and why. */
export const logbookEnd = z.strictObject({ number: line, at: instant, cause: z.enum(replacementCauses) });
export type LogbookEnd = z.output<typeof logbookEnd>;
