import * as z from 'zod';
import { line } from './model.ts';

/** A supervisor confirms at the desk of whoever asks, with their own login and password. */
export const supervisorWord = z.strictObject({ login: line.min(1), password: z.string().max(128) });
