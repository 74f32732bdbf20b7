import { SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Locale } from '#shared/text/text.ts';
import { client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import classes from './settings-page.module.css';

const schemes = ['light', 'dark', 'auto'] as const;
type Scheme = (typeof schemes)[number];

/** Language and colours: kept on this PC, changed at once. */
export function ScreenSection({ scheme }: { readonly scheme: Scheme }) {
  const { settings, frame } = useWords();
  const { locale, setLocale } = useLocale();
  const keep = useMutation({ mutationFn: (next: Scheme) => client.settings.setScreen({ locale, scheme: next }) });
  const languages: { value: Locale; label: string }[] = [
    { value: 'en', label: frame.top.english },
    { value: 'sw', label: frame.top.swahili },
  ];
  return (
    <section className={classes['section']} aria-labelledby="settings-screen">
      <h2 id="settings-screen">{settings.screen}</h2>
      <p className={classes['words']}>{settings.screenWords}</p>
      <FailureNote error={keep.error} />
      <div>
        <span className={classes['label']}>{settings.language}</span>
        <SegmentedControl fullWidth aria-label={settings.language} data={languages} value={locale} onChange={setLocale} />
      </div>
      <div>
        <span className={classes['label']}>{settings.scheme}</span>
        <SegmentedControl
          fullWidth
          aria-label={settings.scheme}
          data={schemes.map((value) => ({ value, label: settings.schemes[value] }))}
          value={scheme}
          onChange={(next) => keep.mutate(next)}
        />
      </div>
    </section>
  );
}
