import { TextInput } from '@mantine/core';
import type { ComponentProps } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FormErrors } from '#renderer/ui/form-errors.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import { LimitFields, MoneyFields, officeIdPrefix, ScheduleField } from './office-fields.tsx';
import { useOfficeForm, type Kept } from './office-form.ts';
import classes from './settings-page.module.css';

interface OfficeSettingsFormProps extends Pick<ComponentProps<typeof ScheduleField>, 'schedules'> {
  readonly kept: Kept;
  readonly isPractice: boolean;
}

/** What the office decides for all its clerks; each change is an act in the journal. */
export function OfficeSettingsForm({ kept, schedules, isPractice }: OfficeSettingsFormProps) {
  const { settings } = useWords();
  const mayChange = useHasRole('admin', 'supervisor');
  const form = useOfficeForm(kept);
  const save = useAct(client.settings.setOffice, () => tell(settings.saved));
  const fields = { form, disabled: !mayChange };
  return (
    <section aria-labelledby="settings-office">
      <form noValidate className={classes['section']} onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <h2 id="settings-office">{settings.office}</h2>
        <p className={classes['words']}>{mayChange ? settings.officeWords : settings.readOnly}</p>
        <FormErrors errors={form.errors} idPrefix={officeIdPrefix} />
        <FailureNote error={save.error} />
        <ScheduleField {...fields} schedules={schedules} />
        <MoneyFields {...fields} />
        <LimitFields {...fields} />
        <TextInput label={settings.hubUrl} value={isPractice ? settings.noHub : kept.hubUrl} readOnly variant="filled" />
        {mayChange ? (
          <ButtonRow>
            <ActionButton
              label={settings.save}
              keys="Ctrl+Enter"
              type="submit"
              tone="main"
              disabled={!form.isDirty()}
              pending={save.isPending}
            />
          </ButtonRow>
        ) : null}
      </form>
    </section>
  );
}
