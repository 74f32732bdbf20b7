import { useQuery } from '@tanstack/react-query';
import { isDay, toDay } from '#shared/base/instant.ts';
import type { FactNames } from '#shared/text/service-words.ts';
import { api } from '#renderer/connection/connection.ts';
import { useLocale } from '#renderer/ui/locale.tsx';
import { dayText } from '#renderer/ui/time-words.ts';

/** How a screen says the codes among the facts of an application. */
export function useFactNames(): FactNames {
  const { locale } = useLocale();
  const known = useQuery(api.reference.tables.queryOptions({ input: {} })).data;
  const className = (id: string) => known?.classes.find((one) => one.id === id)?.names[locale];
  return {
    class: (id) => [id, className(id)].filter((part) => part !== undefined).join(' · '),
    centre: (code) => known?.centres.find((one) => one.code === code)?.name ?? code,
    session: (id) => known?.sessions.find((one) => one.id === id)?.startsAt ?? id,
    day: (day) => (isDay(day) ? dayText(toDay(day), locale) : day),
  };
}
