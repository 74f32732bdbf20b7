import type * as z from 'zod';
import type { applicationCase } from '#shared/contract/applications.ts';

/** One application as the host tells it: what was typed, what stops it, what has been done to it. */
export type ApplicationCase = z.infer<typeof applicationCase>;
