import type { PaymentState } from '#shared/domain/payment.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Tag } from '#renderer/ui/tag.tsx';

const tones = { 'to-match': 'blue', matched: 'green', 'not-found': 'red', 'wrong-amount': 'red' } as const;

/** Whether the hub has found the money: TO MATCH until it has looked. */
export function PaymentBadge({ state }: { readonly state: PaymentState }) {
  return <Tag tone={tones[state]}>{useWords().money.state[state]}</Tag>;
}
