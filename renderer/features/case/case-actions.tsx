import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf } from '#shared/base/instant.ts';
import { standingOf, type ApplicationState } from '#shared/domain/application.ts';
import { isRejectionReason, rejectionTarget, type RejectionReason } from '#shared/domain/rejection-reason.ts';
import { mayCancel, rulesOf } from '#shared/domain/services/services.ts';
import { placeOf } from '#shared/domain/services/test-booking.ts';
import { api, client } from '#renderer/connection/connection.ts';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { useHubRefusal } from '#renderer/features/application/hub-refusal.ts';
import { RescheduleDialog } from '#renderer/features/test-booking/reschedule-dialog.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useNow } from '#renderer/ui/clock.ts';
import { useFailureText } from '#renderer/ui/failure-text.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import type { CasePaperKind } from './case-paper.tsx';
import classes from './case.module.css';

interface CaseActionsProps {
  readonly application: ApplicationCase;
  readonly onPaper: (kind: CasePaperKind) => void;
}

const cancellable: readonly ApplicationState[] = ['draft', 'awaiting-party', 'awaiting-payment', 'queued', 'in-review', 'returned'];

/** What may be done with a case in its state, each with its key; the likeliest one stands out. */
export function CaseActions({ application, onPaper }: CaseActionsProps) {
  const words = useWords().casePage.action;
  const navigate = useNavigate();
  const isClerk = useHasRole('clerk', 'supervisor', 'dealer-clerk');
  const [isCancelling, setIsCancelling] = useState(false);
  const [isMoving, setIsMoving] = useState(false);
  const today = dayOf(useNow(60_000));
  const { line, body, editable, payment, problems, logbookNumber, logbookEndedBy } = application;
  const refused = useHubRefusal(application);
  // The rows of a batch and the candidates of a list have a page of their own, where they are mended and sent again.
  const isBatch = rulesOf(line.service).about === 'batch';
  const isApproved = standingOf(line.state) === 'confirmed';
  // What was approved as it was sent may still be given up; a registrar's approval may not.
  const isBooked = isApproved && mayCancel({ state: line.state, body }, today);
  const bookedAt = isBooked && body.service === 'test-booking' ? placeOf(body) : null;
  const isWaiting = useIsWaiting(application);
  const hasGoodLogbook = logbookNumber !== null && logbookEndedBy === null;
  const edit = () => void navigate({ to: '/cases/$id/edit/$step', params: { id: line.id, step: stepToOpen(application, refused) } });
  return (
    <div className={classes['actions']}>
      {isBatch ? (
        <ActionButton
          label={line.service === 'school-list' ? words.openList : words.openBatch}
          keys="F2"
          tone={editable ? 'main' : 'plain'}
          onAct={edit}
        />
      ) : null}
      {isClerk && editable && !isBatch ? (
        <ActionButton label={line.state === 'returned' ? words.mend : words.edit} keys="F2" tone="main" onAct={edit} />
      ) : null}
      {isClerk && line.state === 'returned' && problems.length === 0 && !isBatch ? <Resubmit id={line.id} /> : null}
      {payment === null ? null : (
        <ActionButton
          label={words.receipt}
          keys="Ctrl+p"
          tone={editable || isApproved || line.state === 'conflict' ? 'plain' : 'main'}
          onAct={() => onPaper('receipt')}
        />
      )}
      {isClerk && isApproved && hasGoodLogbook ? (
        <ActionButton label={words.copy} keys="c" tone="main" onAct={() => onPaper('logbook-copy')} />
      ) : null}
      {hasGoodLogbook ? <ActionButton label={words.preview} keys="v" onAct={() => onPaper('logbook-preview')} /> : null}
      {(isApproved && line.service === 'test-booking') || isWaiting ? (
        <ActionButton label={words.testSlip} keys="p" tone="main" onAct={() => onPaper('test-slip')} />
      ) : null}
      {isClerk && bookedAt ? <ActionButton label={words.reschedule} keys="m" onAct={() => setIsMoving(true)} /> : null}
      {payment !== null && line.service === 'interim-licence' ? (
        <ActionButton label={words.interimLicence} keys="p" tone={isApproved ? 'main' : 'plain'} onAct={() => onPaper('interim-licence')} />
      ) : null}
      <ActionButton label={words.summary} keys="a" onAct={() => onPaper('application')} />
      {isClerk && (cancellable.includes(line.state) || isBooked) ? (
        <ActionButton label={words.cancel} tone="quiet" keys="x" onAct={() => setIsCancelling(true)} />
      ) : null}
      {isMoving && bookedAt ? <RescheduleDialog id={line.id} from={bookedAt} onClose={() => setIsMoving(false)} /> : null}
      {isCancelling ? (
        <CancelDialog
          id={line.id}
          isPaid={payment !== null}
          isList={line.service === 'school-list'}
          onClose={() => setIsCancelling(false)}
        />
      ) : null}
    </div>
  );
}

/** A place on the wait list has a slip too. */
function useIsWaiting({ line, editable }: ApplicationCase): boolean {
  const isAsked = line.service === 'test-booking' && editable;
  const waiting = useQuery({ ...api.tests.waiting.queryOptions({ input: {} }), enabled: isAsked }).data ?? [];
  return isAsked && waiting.some(({ applicationId }) => applicationId === line.id);
}

/** Where the typing stopped; else what the hub refused or what is wrong; else what the registrar's first reason points at. */
function stepToOpen({ line, draft, problems, decision }: ApplicationCase, refused: FieldProblem | null): string {
  const [first = ''] = rulesOf(line.service).steps;
  const reason = decision?.reasons.find(isRejectionReason);
  return draft?.step ?? (refused?.step || undefined) ?? problems[0]?.step ?? (reason === undefined ? first : stepOfReason(reason));
}

const stepOfField = { buyer: 'buyer', 'buyer-id-number': 'buyer', owner: 'owner', driver: 'driver', school: 'class' } as const;

/** Papers are mended where they are scanned, a party where it is typed. */
function stepOfReason(reason: RejectionReason): string {
  const target = rejectionTarget(reason);
  if (target.kind === 'document') return 'papers';
  return stepOfField[target.field];
}

function Resubmit({ id }: { readonly id: string }) {
  const words = useWords().casePage;
  const text = useFailureText();
  const resubmit = useAct(client.applications.resubmit, () => tell(words.resubmitted));
  return (
    <ActionButton
      label={words.action.resubmit}
      keys="Ctrl+Enter"
      pending={resubmit.isPending}
      onAct={() => resubmit.mutate({ id }, { onError: (error) => tell(text(error)) })}
    />
  );
}
