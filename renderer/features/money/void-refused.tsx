import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { useReasonText } from '#renderer/features/application/reason-text.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';

/** That a receipt is void here and good at the hub, why, and what to do; nothing where both say the same. */
export function VoidRefused({ receiptNumber }: { readonly receiptNumber: string }) {
  const words = useWords().money.receipts;
  const reasonText = useReasonText();
  const refusal = useQuery(api.payments.history.queryOptions({ input: { receiptNumber } })).data?.voidRefusal ?? null;
  if (refusal === null) return null;
  return (
    <Note tone="red" title={words.voidRefused(reasonText(refusal))}>
      {words.voidRefusedDo}
    </Note>
  );
}
