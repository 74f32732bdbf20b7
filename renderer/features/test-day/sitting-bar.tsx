import { Select } from '@mantine/core';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import type { Sitting, TestChoices } from './candidate.ts';
import classes from './test-day.module.css';

interface SittingBarProps {
  readonly choices: TestChoices;
  readonly sitting: Sitting;
  readonly onChange: (sitting: Sitting) => void;
}

/** Which sitting: the office's own centres first, each day and session with how many are booked. */
export function SittingBar({ choices, sitting, onChange }: SittingBarProps) {
  const { testDay: words } = useWords();
  const { locale } = useLocale();
  const { centres, days, sessions, counts, today } = choices;
  const booked = (fits: (one: Sitting) => boolean) => counts.filter(fits).reduce((sum, { count }) => sum + count, 0);
  const atCentre = (one: Sitting) => one.centre === sitting.centre;
  const dayName = (day: TestChoices['today']) => (day === today ? words.today(dayText(day, locale)) : dayText(day, locale));
  return (
    <div className={classes['bar']} data-filters>
      <Select
        label={words.centre}
        searchable
        allowDeselect={false}
        value={sitting.centre}
        onChange={(centre) => onChange({ ...sitting, centre: centre ?? sitting.centre })}
        data={centres.map(({ code, name, isOurs }) => ({ value: code, label: isOurs ? `${name} · ${words.ours}` : name }))}
      />
      <Select
        label={words.day}
        allowDeselect={false}
        value={sitting.day}
        onChange={(day) => onChange({ ...sitting, day: days.find((one) => one === day) ?? sitting.day })}
        data={days.map((day) => ({
          value: day,
          label: words.ofDay(
            dayName(day),
            booked((one) => atCentre(one) && one.day === day),
          ),
        }))}
      />
      <Select
        label={words.session}
        allowDeselect={false}
        value={sitting.session}
        onChange={(session) => onChange({ ...sitting, session: session ?? sitting.session })}
        data={sessions.map(({ id, startsAt }) => ({
          value: id,
          label: words.sitting(
            startsAt,
            booked((one) => atCentre(one) && one.day === sitting.day && one.session === id),
          ),
        }))}
      />
    </div>
  );
}
