import type { FeatureHandlers } from '../handler.ts';
import { listUncopied } from '../logbooks/service.ts';
import { seenBatch } from './access.ts';
import { listUnits } from './unit-store.ts';

/** What became of the motorcycles of a batch that was paid for. */
export const unitHandlers: Pick<FeatureHandlers<'batches'>, 'units' | 'logbooks'> = {
  units: (cx, { id }) => {
    seenBatch(cx, id);
    return { units: listUnits(cx.db, id).map(({ unit, state, outcome }) => ({ unit, state, outcome })) };
  },
  logbooks: (cx, { id }) => listUncopied(cx.db, seenBatch(cx, id).number, cx.office.officeCode),
};
