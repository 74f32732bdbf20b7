import { formatKes } from '#shared/base/money.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import type { ServiceForm, StepProps } from '#renderer/features/application/application-frame.tsx';
import { ConfirmStep } from '#renderer/features/application/confirm-step.tsx';
import { PapersStep } from '#renderer/features/application/papers-step.tsx';
import { MoneyStep } from '#renderer/features/money/money-step.tsx';
import { useOffices } from '#renderer/features/application/offices.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { BuyerStep } from './buyer-step.tsx';
import { SellerStep } from './seller-step.tsx';
import { transferPromises } from './promises.ts';
import { VehicleLine } from './vehicle-line.tsx';
import { VehicleStep } from './vehicle-step.tsx';

/** The form of a transfer: its own three steps, and the frame's papers, confirmations and money. */
export const transferForm: ServiceForm = {
  steps: {
    vehicle: VehicleStep,
    seller: SellerStep,
    buyer: BuyerStep,
    papers: PapersStep,
    confirm: TransferConfirmStep,
    money: MoneyStep,
  },
  takesEnter: (step, { vehicle }) => step === 'vehicle' && vehicle === null,
  what: ({ vehicle }) => (vehicle === null ? undefined : <VehicleLine vehicle={vehicle} />),
};

function TransferConfirmStep({ desk }: StepProps) {
  const words = useWords();
  const offices = useOffices();
  const { body, application } = desk;
  const nameOf = (role: PartyRole) => body.parties[role].organisation || body.parties[role].name;
  const fee = application.fee.kind === 'lines' ? formatKes(application.fee.totalCents) : '';
  const office = offices.find(({ code }) => code === body.collectionOffice)?.name ?? body.collectionOffice;
  return <ConfirmStep desk={desk} nameOf={nameOf} promises={transferPromises(words.application.confirm.facts, { body, fee, office })} />;
}
