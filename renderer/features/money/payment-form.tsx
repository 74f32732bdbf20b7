import { useNavigate } from '@tanstack/react-router';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import type { Desk } from '#renderer/features/application/desk.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { PaymentFields, usePaymentDraft } from './payment-fields.tsx';

interface PaymentFormProps {
  readonly desk: Desk;
  readonly totalCents: number;
  readonly isReady: boolean;
  readonly isCashAllowed: boolean;
}

/** How the customer pays; Ctrl+Enter takes the money, gives the receipt its number and sends the application, all or nothing. */
export function PaymentForm({ desk, totalCents, isReady, isCashAllowed }: PaymentFormProps) {
  const words = useWords().money;
  const payment = usePaymentDraft(totalCents);
  const { take, isPending, error } = useTakePayment(desk);
  const send = () => {
    payment.setIsTried(true);
    if (payment.taken !== undefined) void take(payment.taken);
  };
  return (
    <>
      <PaymentFields payment={payment} isCashAllowed={isCashAllowed} />
      <ActFailure error={error} />
      <div>
        <ActionButton label={words.take} keys="Ctrl+Enter" tone="main" size="md" disabled={!isReady} pending={isPending} onAct={send} />
      </div>
    </>
  );
}

type Payment = Parameters<typeof client.applications.submit>[0]['act']['payment'];

/** Keeps what is typed, takes the money and opens the case with its receipt. */
function useTakePayment(desk: Desk) {
  const navigate = useNavigate();
  const { id } = desk.application.line;
  const submit = useAct(client.applications.submit, () => {
    void desk.settle();
    void navigate({ to: '/cases/$id', params: { id } });
  });
  const take = async (payment: Payment) => {
    await desk.settle();
    submit.mutate({ id, payment });
  };
  return { take, isPending: submit.isPending, error: submit.error };
}
