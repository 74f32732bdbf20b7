import { Radio } from '@mantine/core';
import { duplicateReasons, type DuplicateReason } from '#shared/domain/services/duplicate-logbook.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { useOwnOffice } from '#renderer/features/application/offices.ts';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { Collection } from '#renderer/features/party/collection.tsx';
import classes from '#renderer/features/party/party.module.css';
import { useWords } from '#renderer/ui/locale.tsx';

/** What happened to the book: each reason asks its own papers. Then where the copy is fetched. */
export function ReasonStep({ desk }: StepProps) {
  const words = useWords().duplicateLogbook.reason;
  const { body, change } = typedAs(desk, 'duplicate-logbook');
  const ownOffice = useOwnOffice();
  /** Most people fetch the copy where they stand, so this office is offered first. */
  const choose = (reason: DuplicateReason) =>
    change((before) => ({ ...before, reason, collectionOffice: before.collectionOffice || ownOffice }));
  return (
    <>
      <Radio.Group
        {...desk.seat('reason')}
        label={<span className={classes['question']}>{words.question}</span>}
        description={words.hint}
        value={body.reason ?? ''}
        onChange={(value) => choose(value as DuplicateReason)}
      >
        <div className={classes['types']}>
          {duplicateReasons.map((reason) => (
            <Radio key={reason} value={reason} label={words[reason].label} description={words[reason].hint} />
          ))}
        </div>
      </Radio.Group>
      {body.reason === null ? null : <Collection desk={desk} />}
    </>
  );
}
