import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { FieldGrid } from '#renderer/features/application/field-grid.tsx';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import classes from './provisional-licence.module.css';

/** Which class, and at which school; what the class asks for stands below it, and whether sources differ. */
export function ClassStep({ desk }: StepProps) {
  const { class: words } = useWords().provisionalLicence;
  const { locale } = useLocale();
  const { body, change } = typedAs(desk, 'provisional-licence');
  const list = useQuery(api.drivers.classes.queryOptions({ input: {} })).data?.classes ?? [];
  const chosen = list.find(({ id }) => id === body.class);
  const asks = chosen && [
    ...(chosen.minimumAge === null ? [] : [words.from(chosen.minimumAge)]),
    ...(chosen.prerequisite === null ? [] : [words.after(chosen.prerequisite.anyOf, chosen.prerequisite.years)]),
  ];
  return (
    <>
      <StepHead question={words.question} hint={words.hint} />
      <FieldGrid>
        <NativeSelect
          {...desk.seat('class')}
          size="sm"
          label={words.class}
          value={body.class}
          data={[{ value: '', label: '' }, ...list.map(({ id, names }) => ({ value: id, label: `${id} · ${names[locale]}` }))]}
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            change((before) => ({ ...before, class: wanted }));
          }}
        />
        <TextInput
          {...desk.seat('school')}
          size="sm"
          label={words.school}
          description={words.schoolHint}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={body.school}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => {
            const school = event.currentTarget.value;
            change((before) => ({ ...before, school }));
          }}
        />
      </FieldGrid>
      {chosen && asks ? (
        <p className={classes['asks']}>
          {asks.join(' ')} {chosen.confidence === 'H' ? null : <span className={classes['source']}>{words.unsure}</span>}
        </p>
      ) : null}
    </>
  );
}
