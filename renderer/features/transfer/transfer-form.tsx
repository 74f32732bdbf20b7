import type { ServiceForm, StepProps } from '#renderer/features/application/application-frame.tsx';
import { ConfirmStep } from '#renderer/features/application/confirm-step.tsx';
import { PapersStep } from '#renderer/features/application/papers-step.tsx';
import { MoneyStep } from '#renderer/features/money/money-step.tsx';
import { usePromiseFacts } from '#renderer/features/application/promise-facts.ts';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { VehicleLine } from '#renderer/features/vehicle/vehicle-line.tsx';
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
  takesEnter: (step, { vehicle }) => step === 'vehicle' && vehicle === null,
  what: ({ vehicle }) => (vehicle === null ? undefined : <VehicleLine vehicle={vehicle} />),
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
