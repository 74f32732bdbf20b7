import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { OwnerStep } from '#renderer/features/party/owner-step.tsx';
import { useWords } from '#renderer/ui/locale.tsx';

/** Who gives the vehicle up. */
export function SellerStep({ desk }: StepProps) {
  return <OwnerStep desk={desk} step="seller" words={useWords().transfer.seller} />;
}
