import type * as z from 'zod';
import type { registrar } from '#shared/contract/registrar.ts';

/** One case that waits for a registrar. */
export type RegistrarLine = z.infer<typeof registrar.list.output>[number];

/** The case as the registrar opens it. */
export type RegistrarCase = z.infer<typeof registrar.get.output>;

export type Outcome = 'approved' | 'returned' | 'refused';
