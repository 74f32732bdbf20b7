import type * as z from 'zod';
import type { logbooks } from '#shared/contract/logbooks.ts';

/** One approved eLogbook that is fetched at this office. */
export type LogbookLine = z.infer<typeof logbooks.list.output>[number];
