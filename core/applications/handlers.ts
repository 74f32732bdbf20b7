import type { Reference } from '#shared/domain/reference.ts';
import { documentHandlers, type DocumentDeps } from '../documents/handlers.ts';
import type { FeatureHandlers } from '../handler.ts';
import type { HubClient } from '../sync/hub-client.ts';
import { caseOf, lineOf } from './case-view.ts';
import { confirmationHandlers } from './confirmations.ts';
import { moneyHandlers } from './money-acts.ts';
import { listApplications } from './store.ts';
import type { OwnActs } from './own-act.ts';
import { typingHandlers } from './typing.ts';

export interface ApplicationDeps extends DocumentDeps {
  readonly reference: Reference;
  readonly hub: HubClient;
  readonly ownActs: OwnActs;
}

/** Everything a citizen asks for, from the first key to the hub's answer. */
export function applicationHandlers(deps: ApplicationDeps): FeatureHandlers<'applications'> {
  return {
    list: (cx, filter) => {
      const { rows, total } = listApplications(cx.db, { ...filter, clerkId: cx.actor.id, now: cx.now });
      return { lines: rows.map((row) => lineOf(row, cx.now)), total };
    },
    get: (cx, { id }) => caseOf(cx, deps.reference, id),
    ...typingHandlers,
    ...confirmationHandlers(deps.hub),
    ...moneyHandlers(deps),
    ...documentHandlers(deps),
  };
}
