import { standingOf, type ApplicationState } from '#shared/domain/application.ts';
import { rulesOf } from '#shared/domain/services/services.ts';
import type { CommandContext } from '../context.ts';
import type { ReadDb } from '../db/database.ts';
import { AppError } from '../refusal.ts';
import { indexedFacts, standingOfApplication, stateBeforeMoney, type Standing } from './standing-facts.ts';
import { removeDraft } from './draft-store.ts';
import { findApplication, updateApplication, type Application, type ApplicationChange } from './store.ts';

export function getApplication(db: ReadDb, id: string): Application {
  const application = findApplication(db, id);
  if (!application) throw new AppError('act.not-found', { what: 'application' });
  return application;
}

/** The application an act is about, refused unless it is in a state that allows the act; the journal's subject is set. */
export function forAct(cx: CommandContext, id: string, allows: (state: ApplicationState) => boolean): Standing {
  const application = getApplication(cx.db, id);
  // A batch or a list is typed, mended and sent by its own acts.
  if (rulesOf(application.service).about === 'batch') throw wrongState(application);
  return forAnyAct(cx, application, allows);
}

/** As `forAct`, for what may be done to a batch as well. */
export function forAnyAct(cx: CommandContext, application: Application, allows: (state: ApplicationState) => boolean): Standing {
  cx.setSubject(`application:${application.id}`);
  if (!allows(application.state)) throw wrongState(application);
  cx.announce('applications');
  return standingOfApplication(cx, application);
}

function wrongState({ reference, state }: Application): AppError {
  return new AppError('act.wrong-state', { reference, state });
}

export function isOpen(state: ApplicationState): boolean {
  return standingOf(state) === 'open';
}

/** Makes what was typed what was acted on, and the application what the act makes of it. */
export function settle(cx: CommandContext, { application, draft, body }: Standing, change: ApplicationChange = {}): void {
  const typed = (draft || body !== application.body) && { body, ...indexedFacts(body) };
  updateApplication(cx.db, application.id, { ...typed, ...change, at: cx.now });
  if (draft) removeDraft(cx.db, application.id);
}

/** After a confirmation or an edit, an application before money says who is still awaited. */
export function settleState(cx: CommandContext, id: string): void {
  const application = getApplication(cx.db, id);
  if (!isOpen(application.state)) return;
  const state = stateBeforeMoney(standingOfApplication(cx, application));
  if (state !== application.state) updateApplication(cx.db, id, { state, at: cx.now });
}

/** Problems that stop what is about to happen; earlier steps only, where a step is named. */
export function refuseIncomplete(standing: Standing, steps?: readonly string[]): void {
  const problems = standing.problems.filter(({ step }) => !steps || steps.includes(step));
  if (problems.length > 0) throw new AppError('application.incomplete', { count: problems.length }, problems);
}
