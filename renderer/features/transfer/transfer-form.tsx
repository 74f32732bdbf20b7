import { vehicleOf } from '#shared/domain/services/services.ts';
import type { ServiceForm, StepProps } from '#renderer/features/application/application-frame.tsx';
import { ConfirmStep } from '#renderer/features/application/confirm-step.tsx';
import { PapersStep } from '#renderer/features/application/papers-step.tsx';
import { MoneyStep } from '#renderer/features/money/money-step.tsx';
import { usePromiseFacts } from '#renderer/features/application/promise-facts.ts';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { vehicleWhat } from '#renderer/features/vehicle/vehicle-what.tsx';
import { VehicleStep } from '#renderer/features/vehicle/vehicle-step.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { BuyerStep } from './buyer-step.tsx';
import { Mileage } from './mileage.tsx';
import { SellerStep } from './seller-step.tsx';
import { transferPromises } from './promises.ts';

/** The form of a transfer: its own three steps, and the frame's papers, confirmations and money. */
export const transferForm: ServiceForm = {
  steps: {
    vehicle: TransferVehicleStep,
    seller: SellerStep,
    buyer: BuyerStep,
    papers: PapersStep,
    confirm: TransferConfirmStep,
    money: MoneyStep,
  },
  takesEnter: (step, body) => step === 'vehicle' && vehicleOf(body) === null,
  what: vehicleWhat,
};

function TransferVehicleStep({ desk }: StepProps) {
  return (
    <VehicleStep desk={desk}>
      <Mileage desk={desk} />
    </VehicleStep>
  );
}

function TransferConfirmStep({ desk }: StepProps) {
  const words = useWords().application.confirm.facts;
  const facts = usePromiseFacts(desk);
  const { body } = typedAs(desk, 'transfer');
  return <ConfirmStep desk={desk} promises={transferPromises(words, { ...facts, body })} />;
}
