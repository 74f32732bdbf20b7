import { vehicleOf } from '#shared/domain/services/services.ts';
import type { ServiceForm, StepProps } from '#renderer/features/application/application-frame.tsx';
import { ConfirmStep } from '#renderer/features/application/confirm-step.tsx';
import { PapersStep } from '#renderer/features/application/papers-step.tsx';
import { usePromiseFacts } from '#renderer/features/application/promise-facts.ts';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { MoneyStep } from '#renderer/features/money/money-step.tsx';
import { OwnerStep } from '#renderer/features/party/owner-step.tsx';
import { vehicleWhat } from '#renderer/features/vehicle/vehicle-what.tsx';
import { VehicleStep } from '#renderer/features/vehicle/vehicle-step.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { duplicatePromises } from './promises.ts';
import { ReasonStep } from './reason-step.tsx';

/** The form of a duplicate logbook: why, who asks, and the frame's papers, confirmations and money. */
export const duplicateLogbookForm: ServiceForm = {
  steps: {
    vehicle: VehicleStep,
    reason: ReasonStep,
    owner: ApplicantStep,
    papers: PapersStep,
    confirm: DuplicateConfirmStep,
    money: MoneyStep,
  },
  takesEnter: (step, body) => step === 'vehicle' && vehicleOf(body) === null,
  what: vehicleWhat,
};

function ApplicantStep({ desk }: StepProps) {
  return <OwnerStep desk={desk} step="owner" words={useWords().duplicateLogbook.owner} />;
}

function DuplicateConfirmStep({ desk }: StepProps) {
  const { promises } = useWords().duplicateLogbook;
  const facts = usePromiseFacts(desk);
  const { body } = typedAs(desk, 'duplicate-logbook');
  return <ConfirmStep desk={desk} promises={duplicatePromises(promises, { ...facts, body })} />;
}
