import { useMantineColorScheme } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import type { Locale } from '#shared/text/text.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { LocaleProvider } from '#renderer/ui/locale.tsx';
import { queries } from './queries.ts';

export type Scheme = 'light' | 'dark' | 'auto';

const settingsQuery = api.settings.get.queryOptions({ input: {} });

/** Language and colours of this PC, changed at once and kept by the host. */
export function useScreenSettings() {
  const settings = useQuery(settingsQuery).data;
  const screen = { locale: settings?.locale ?? 'en', scheme: settings?.scheme ?? 'auto' } as const;
  const keep = useMutation({
    mutationFn: (next: { locale: Locale; scheme: Scheme }) => client.settings.setScreen(next),
    onMutate: (next) => queries.setQueryData(settingsQuery.queryKey, (before) => (before === undefined ? before : { ...before, ...next })),
    onError: () => queries.invalidateQueries({ queryKey: settingsQuery.queryKey }),
  });
  return {
    ...screen,
    setLocale: (locale: Locale) => keep.mutate({ ...screen, locale }),
    setScheme: (scheme: Scheme) => keep.mutate({ ...screen, scheme }),
  };
}

/** Puts the kept language and colours on the window. */
export function ScreenSettings({ children }: { readonly children: ReactNode }) {
  const { locale, scheme, setLocale } = useScreenSettings();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  useEffect(() => setColorScheme(scheme), [scheme, setColorScheme]);
  return (
    <LocaleProvider locale={locale} setLocale={setLocale}>
      {children}
    </LocaleProvider>
  );
}
