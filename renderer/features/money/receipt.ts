import type * as z from 'zod';
import type { payments } from '#shared/contract/payments.ts';

/** One receipt in the list of this office. */
export type Receipt = z.infer<typeof payments.list.output>['lines'][number];
