import type * as z from 'zod';
import type { shelf } from '#shared/contract/shelf.ts';

/** One thing on the shelf, as the list shows it. */
export type ShelfItem = z.infer<typeof shelf.list.output>['items'][number];
