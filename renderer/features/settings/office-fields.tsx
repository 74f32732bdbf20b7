import { NumberInput, Select, Switch } from '@mantine/core';
import type { client } from '#renderer/connection/connection.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { ageText, dayText } from '#renderer/ui/time-words.ts';
import type { OfficeForm } from './office-form.ts';
import classes from './settings-page.module.css';

type Schedule = Awaited<ReturnType<typeof client.office.reference>>['schedules'][number];

export const officeIdPrefix = 'office-';

interface FieldsProps {
  readonly form: OfficeForm;
  readonly disabled: boolean;
}

/** The fee schedule in force, with where it was read. */
export function ScheduleField({ form, disabled, schedules }: FieldsProps & { readonly schedules: readonly Schedule[] }) {
  const { settings } = useWords();
  const { locale } = useLocale();
  const chosen = schedules.find(({ id }) => id === form.values.scheduleId);
  return (
    <>
      <Select
        label={settings.schedule}
        disabled={disabled}
        allowDeselect={false}
        data={schedules.map(({ id, name, from }) => ({ value: id, label: `${name}, ${settings.scheduleFrom(dayText(from, locale))}` }))}
        {...form.getInputProps('scheduleId')}
      />
      {chosen === undefined ? null : (
        <p className={classes['source']}>
          {settings.scheduleSource}: {chosen.source}
        </p>
      )}
    </>
  );
}

/** Receipt paper, and whether the office takes cash. */
export function MoneyFields({ form, disabled }: FieldsProps) {
  const { settings } = useWords();
  return (
    <div className={classes['pair']}>
      <Select
        label={settings.receiptWidth}
        disabled={disabled}
        allowDeselect={false}
        data={(['80mm', 'a4'] as const).map((value) => ({ value, label: settings.widths[value] }))}
        {...form.getInputProps('receiptWidth')}
      />
      <Switch
        label={settings.cash}
        description={settings.cashHelp}
        disabled={disabled}
        {...form.getInputProps('cashAllowed', { type: 'checkbox' })}
      />
    </div>
  );
}

/** When the desk locks itself, and when old facts ask for a supervisor; both in minutes. */
export function LimitFields({ form, disabled }: FieldsProps) {
  const { settings, frame } = useWords();
  const age = ageText(Number(form.values.factsAgeLimitMinutes) * 60_000, frame.time);
  return (
    <div className={classes['pair']}>
      <NumberInput
        id={`${officeIdPrefix}idleLockMinutes`}
        label={settings.idleLock}
        description={settings.idleLockUnit}
        disabled={disabled}
        allowDecimal={false}
        {...form.getInputProps('idleLockMinutes')}
      />
      <NumberInput
        id={`${officeIdPrefix}factsAgeLimitMinutes`}
        label={settings.factsAge}
        description={`${settings.factsAgeUnit} (${age})`}
        disabled={disabled}
        allowDecimal={false}
        thousandSeparator=","
        {...form.getInputProps('factsAgeLimitMinutes')}
      />
    </div>
  );
}
