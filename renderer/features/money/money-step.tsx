import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import type { Desk } from '#renderer/features/application/desk.ts';
import { fieldId } from '#renderer/features/application/fields.ts';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { SupervisorNote } from '#renderer/features/application/supervisor-note.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { FeeTable } from './fee-table.tsx';
import { PaymentForm } from './payment-form.tsx';
import { vehicleClassText } from './vehicle-class-text.ts';
import classes from './money-step.module.css';

/** The last step: what it costs, how it is paid, and off it goes; a returned application goes again with no second fee. */
export function MoneyStep({ desk }: StepProps) {
  const { money: words, transfer } = useWords();
  const reference = useQuery(api.office.reference.queryOptions({ input: {} })).data;
  const { fee, payment } = desk.application;
  if (payment !== null) return <SendAgain desk={desk} />;
  const scheduleName = (id: string) => reference?.schedules.find((schedule) => schedule.id === id)?.name ?? id;
  const isReady = desk.problems.length === 0;
  const lacksMore = desk.problems.some(({ field }) => field !== 'supervisor');
  if (fee.kind === 'not-yet') return <StepHead question={words.question} hint={words.notYet} />;
  if (fee.kind === 'no-row') {
    return (
      <div id={fieldId('fee')}>
        <Note tone="red" title={words.noRowTitle} isAlert>
          {words.noRow(vehicleClassText(transfer, fee.vehicleClass), scheduleName(fee.scheduleId))}
        </Note>
      </div>
    );
  }
  return (
    <div className={classes['step']}>
      <div className={classes['pay']}>
        <FeeTable lines={fee.lines} totalCents={fee.totalCents} schedule={scheduleName(fee.scheduleId)} />
        <SupervisorNote desk={desk} />
        {lacksMore ? <Note tone="amber">{words.notReady}</Note> : null}
      </div>
      <div className={classes['pay']}>
        <PaymentForm desk={desk} totalCents={fee.totalCents} isReady={isReady} isCashAllowed={reference?.cashAllowed ?? false} />
      </div>
    </div>
  );
}

/** The registrar sent it back after payment: it is mended and goes again under the same receipt (DOMAIN 0.7). */
function SendAgain({ desk }: { readonly desk: Desk }) {
  const { money, casePage } = useWords();
  const navigate = useNavigate();
  const { id } = desk.application.line;
  const resubmit = useAct(client.applications.resubmit, () => {
    tell(casePage.resubmitted);
    void desk.settle();
    void navigate({ to: '/cases/$id', params: { id } });
  });
  const send = async () => {
    await desk.settle();
    resubmit.mutate({ id });
  };
  const isReady = desk.problems.length === 0;
  return (
    <div className={classes['again']}>
      <StepHead question={money.alreadyPaid} />
      <SupervisorNote desk={desk} />
      {isReady ? null : <Note tone="amber">{money.notReady}</Note>}
      <ActFailure error={resubmit.error} />
      <div>
        <ActionButton
          label={money.resubmit}
          keys="Ctrl+Enter"
          tone="main"
          size="md"
          disabled={!isReady}
          pending={resubmit.isPending}
          onAct={() => void send()}
        />
      </div>
    </div>
  );
}
