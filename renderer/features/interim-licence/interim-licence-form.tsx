import type { ReactNode } from 'react';
import type { ServiceBody } from '#shared/domain/services/services.ts';
import type { ServiceForm, StepProps } from '#renderer/features/application/application-frame.tsx';
import { ConfirmStep } from '#renderer/features/application/confirm-step.tsx';
import { PapersStep } from '#renderer/features/application/papers-step.tsx';
import { usePromiseFacts } from '#renderer/features/application/promise-facts.ts';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { MoneyStep } from '#renderer/features/money/money-step.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { HolderStep } from './holder-step.tsx';
import { PassedClassStep } from './passed-class-step.tsx';

/** The form of an interim licence: who passed, which class, and the frame's papers, confirmation and money. */
export const interimLicenceForm: ServiceForm = {
  steps: { driver: HolderStep, class: PassedClassStep, papers: PapersStep, confirm: InterimConfirmStep, money: MoneyStep },
  takesEnter: () => false,
  what: (body) => <PassedClass body={body} />,
};

function PassedClass({ body }: { readonly body: ServiceBody }): ReactNode {
  const { label, none } = useWords().interimLicence.class;
  return body.service !== 'interim-licence' || body.class === '' ? none : label(body.class);
}

function InterimConfirmStep({ desk }: StepProps) {
  const { promises } = useWords().interimLicence;
  const { fee } = usePromiseFacts(desk);
  const { class: wanted, parties } = typedAs(desk, 'interim-licence').body;
  const said = [promises.passed(parties.driver.name || '…', wanted || '…'), promises.wait, ...(fee === '' ? [] : [promises.fee(fee)])];
  return <ConfirmStep desk={desk} promises={said} />;
}
