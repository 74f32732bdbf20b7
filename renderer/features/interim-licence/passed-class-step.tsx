import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { certificateOf } from '#shared/domain/services/interim-licence.ts';
import { api } from '#renderer/connection/connection.ts';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { StepHead } from '#renderer/features/application/step-head.tsx';
import { typedAs } from '#renderer/features/application/typed-as.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import classes from './interim-licence.module.css';
import { passedClasses } from './passed-classes.ts';

/** For which of the classes that were passed, with the end of each certificate. */
export function PassedClassStep({ desk }: StepProps) {
  const { class: words } = useWords().interimLicence;
  const { locale } = useLocale();
  const { body, change } = typedAs(desk, 'interim-licence');
  const { driver } = body;
  const known = useQuery(api.drivers.classes.queryOptions({ input: {} })).data;
  const passed = driver === null ? [] : passedClasses(driver);
  const nameOf = (id: string) => known?.classes.find((one) => one.id === id)?.names[locale] ?? id;
  const endOf = (id: string) => (driver && known && certificateOf(driver, id, known)?.until) ?? null;
  const labelOf = (id: string) => {
    const until = endOf(id);
    return until === null ? id : words.passed(id, nameOf(id), dayText(until, locale));
  };
  return (
    <>
      <StepHead question={words.question} hint={words.hint} />
      <div className={classes['passed']}>
        <NativeSelect
          {...desk.seat('class')}
          size="sm"
          label={words.class}
          value={body.class}
          data={[{ value: '', label: '' }, ...passed.map((id) => ({ value: id, label: labelOf(id) }))]}
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            change((before) => ({ ...before, class: wanted }));
          }}
        />
      </div>
      {passed.length === 0 ? <Note tone="plain">{words.noPass}</Note> : null}
    </>
  );
}
