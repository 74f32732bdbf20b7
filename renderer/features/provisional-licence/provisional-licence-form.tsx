import type { ReactNode } from 'react';
import { driverOf, isAboutDriver, type ServiceBody } from '#shared/domain/services/services.ts';
import type { ServiceForm, StepProps } from '#renderer/features/application/application-frame.tsx';
import { ConfirmStep } from '#renderer/features/application/confirm-step.tsx';
import { PapersStep } from '#renderer/features/application/papers-step.tsx';
import { usePromiseFacts } from '#renderer/features/application/promise-facts.ts';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { MoneyStep } from '#renderer/features/money/money-step.tsx';
import { SourceText } from '#renderer/features/vehicle/source-text.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ClassStep } from './class-step.tsx';
import { DriverStep } from './driver-step.tsx';
import classes from './provisional-licence.module.css';

/** The form of a provisional licence: who learns, which class, and the frame's papers, confirmation and money. */
export const provisionalLicenceForm: ServiceForm = {
  steps: { driver: DriverStep, class: ClassStep, papers: PapersStep, confirm: ProvisionalConfirmStep, money: MoneyStep },
  takesEnter: () => false,
  what: (body) => <LearnedClass body={body} />,
};

function LearnedClass({ body }: { readonly body: ServiceBody }): ReactNode {
  const { label, none } = useWords().provisionalLicence.class;
  const noClass = <span className={classes['source']}>{none}</span>;
  const driver = driverOf(body);
  if (!isAboutDriver(body) || body.class === '') return noClass;
  return (
    <>
      {label(body.class)}
      {driver === null ? null : (
        <>
          , <SourceText source={driver.source} />
        </>
      )}
    </>
  );
}

function ProvisionalConfirmStep({ desk }: StepProps) {
  const { promises } = useWords().provisionalLicence;
  const { fee } = usePromiseFacts(desk);
  const { class: wanted, school, parties } = typedAs(desk, 'provisional-licence').body;
  const said = [
    promises.school(parties.driver.name || '…', wanted || '…', school || '…'),
    promises.truth,
    ...(fee === '' ? [] : [promises.fee(fee)]),
  ];
  return <ConfirmStep desk={desk} promises={said} />;
}
