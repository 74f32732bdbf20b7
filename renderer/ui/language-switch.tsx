import { SegmentedControl } from '@mantine/core';
import type { Locale } from '#shared/text/text.ts';
import { useLocale, useWords } from './locale.tsx';

const choices = [
  { value: 'en', label: 'EN' },
  { value: 'sw', label: 'SW' },
] satisfies { value: Locale; label: string }[];

/** EN | SW: everything changes at once, on any screen. */
export function LanguageSwitch() {
  const { locale, setLocale } = useLocale();
  const words = useWords().frame.top;
  return <SegmentedControl size="xs" aria-label={words.language} data={choices} value={locale} onChange={setLocale} />;
}
