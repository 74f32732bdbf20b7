import { NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FormErrors } from '#renderer/ui/form-errors.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { dayText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import classes from './settings-page.module.css';

type Kept = Awaited<ReturnType<typeof client.settings.get>>;
type Schedule = Awaited<ReturnType<typeof client.office.reference>>['schedules'][number];

const idPrefix = 'office-';
/** The bounds of the contract. */
const idleBounds = [1, 120] as const;
const ageBounds = [5, 100_000] as const;

function isWithin(value: number, [from, to]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

function useOfficeForm(kept: Kept) {
  const { settings } = useWords();
  const { receiptWidth, scheduleId, cashAllowed, idleLockMinutes, factsAgeLimitMinutes } = kept;
  return useForm({
    initialValues: { receiptWidth, scheduleId, cashAllowed, idleLockMinutes, factsAgeLimitMinutes },
    validate: {
      idleLockMinutes: (value) => (isWithin(value, idleBounds) ? null : settings.minutesRange(...idleBounds)),
      factsAgeLimitMinutes: (value) => (isWithin(value, ageBounds) ? null : settings.minutesRange(...ageBounds)),
    },
  });
}

interface OfficeSettingsFormProps {
  readonly kept: Kept;
  readonly schedules: readonly Schedule[];
}

/** What the office decides for all its clerks; each change is an act in the journal. */
export function OfficeSettingsForm({ kept, schedules }: OfficeSettingsFormProps) {
  const { settings } = useWords();
  const { locale } = useLocale();
  const mayChange = useHasRole('admin', 'supervisor');
  const form = useOfficeForm(kept);
  const save = useAct(client.settings.setOffice, () => tell(settings.saved));
  const schedule = schedules.find(({ id }) => id === form.values.scheduleId);
  return (
    <section aria-labelledby="settings-office">
      <form noValidate className={classes['section']} onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <h2 id="settings-office">{settings.office}</h2>
        <p className={classes['words']}>{mayChange ? settings.officeWords : settings.readOnly}</p>
        <FormErrors errors={form.errors} idPrefix={idPrefix} />
        <FailureNote error={save.error} />
        <Select
          label={settings.schedule}
          disabled={!mayChange}
          allowDeselect={false}
          data={schedules.map(({ id, name, from }) => ({ value: id, label: `${name}, ${settings.scheduleFrom(dayText(from, locale))}` }))}
          {...form.getInputProps('scheduleId')}
        />
        {schedule === undefined ? null : (
          <p className={classes['source']}>
            {settings.scheduleSource}: {schedule.source}
          </p>
        )}
        <div className={classes['pair']}>
          <Select
            label={settings.receiptWidth}
            disabled={!mayChange}
            allowDeselect={false}
            data={(['80mm', 'a4'] as const).map((value) => ({ value, label: settings.widths[value] }))}
            {...form.getInputProps('receiptWidth')}
          />
          <Switch label={settings.cash} description={settings.cashHelp} disabled={!mayChange} {...form.getInputProps('cashAllowed', { type: 'checkbox' })} />
        </div>
        <div className={classes['pair']}>
          <NumberInput id={`${idPrefix}idleLockMinutes`} label={settings.idleLock} description={settings.idleLockUnit} disabled={!mayChange} allowDecimal={false} {...form.getInputProps('idleLockMinutes')} />
          <NumberInput
            id={`${idPrefix}factsAgeLimitMinutes`}
            label={settings.factsAge}
            description={settings.factsAgeUnit}
            disabled={!mayChange}
            allowDecimal={false}
            thousandSeparator=","
            {...form.getInputProps('factsAgeLimitMinutes')}
          />
        </div>
        <TextInput label={settings.hubUrl} value={kept.hubUrl === '' ? settings.noHub : kept.hubUrl} readOnly variant="filled" />
        {mayChange ? (
          <ButtonRow>
            <ActionButton label={settings.save} keys="Ctrl+Enter" type="submit" tone="main" disabled={!form.isDirty()} pending={save.isPending} />
          </ButtonRow>
        ) : null}
      </form>
    </section>
  );
}
