import { rulesOf, type ServiceBody } from '#shared/domain/services/services.ts';
import type { CommandContext } from '../context.ts';
import { indexedFacts } from './standing-facts.ts';
import { getApplication } from './act.ts';
import { insertApplication, type Application } from './store.ts';

/** Opens an application with what is known of it so far; its number comes from its service's own series. */
export function openApplication(cx: CommandContext, body: ServiceBody): Application {
  const rules = rulesOf(body.service);
  const id = cx.newId();
  insertApplication(cx.db, {
    id,
    reference: cx.takeNumber(rules.seriesKind),
    service: body.service,
    state: 'draft',
    officeCode: cx.office.officeCode,
    clerkId: cx.actor.id,
    clerkName: cx.actor.name,
    ...indexedFacts(body),
    body,
    openedAt: cx.now,
    changedAt: cx.now,
    submittedAt: null,
    dueDay: null,
    supervisedBy: null,
    decision: null,
    logbookNumber: null,
  });
  return getApplication(cx.db, id);
}
