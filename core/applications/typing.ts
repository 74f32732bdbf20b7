import { isEditable } from '#shared/domain/application.ts';
import { rulesOf } from '#shared/domain/services/services.ts';
import { prepared, type FeatureHandlers } from '../handler.ts';
import { checkPassword, findUserByLogin, judgePassword } from '../people/service.ts';
import { AppError } from '../refusal.ts';
import { forAct, getApplication, isOpen } from './act.ts';
import { indexedFacts, standingOfApplication, stateBeforeMoney } from './standing-facts.ts';
import { putDraft } from './draft-store.ts';
import { openApplication } from './open.ts';
import { updateApplication } from './store.ts';

type Handlers = Pick<FeatureHandlers<'applications'>, 'open' | 'keepDraft' | 'supervise'>;

/** Opening a case, keeping what is typed, and a supervisor's word for a risky one. */
export const typingHandlers: Handlers = {
  open: (cx, { service }) => {
    const { id, reference } = openApplication(cx, rulesOf(service).emptyBody());
    cx.setSubject(`application:${id}`);
    cx.setPayload({ applicationId: id, reference, service });
    cx.announce('applications');
    return { id, reference };
  },
  keepDraft: (cx, { id, body, step, field }) => {
    const application = getApplication(cx.db, id);
    if (!isEditable(application.state))
      throw new AppError('act.wrong-state', { reference: application.reference, state: application.state });
    if (body.service !== application.service) throw new AppError('act.invalid-input', { field: 'body.service' });
    putDraft(cx.db, { applicationId: id, clerkId: cx.actor.id, body, step, field, savedAt: cx.now });
    const open = isOpen(application.state);
    const state = open ? stateBeforeMoney(standingOfApplication(cx, application)) : application.state;
    updateApplication(cx.db, id, { ...indexedFacts(body), state, at: cx.now });
    return { savedAt: cx.now };
  },
  supervise: prepared({
    prepare: (cx, { login, password }) => checkPassword(cx, findUserByLogin(cx.db, login), password),
    execute: (cx, { id, reason }, checked) => {
      const { application } = forAct(cx, id, isEditable);
      cx.setPayload({ applicationId: id, reference: application.reference, supervisor: checked.user?.name ?? '', reason });
      const { user, refusal } = judgePassword(cx, checked);
      if (refusal) {
        cx.refuseAfterCommit(refusal);
        return {};
      }
      if (!user.roles.includes('supervisor')) throw new AppError('act.forbidden', { needs: 'supervisor' });
      if (user.id === cx.actor.id) throw new AppError('application.own-supervision');
      updateApplication(cx.db, id, { supervisedBy: user.name, at: cx.now });
      return {};
    },
  }),
};
