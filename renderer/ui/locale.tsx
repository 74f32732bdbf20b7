import { createContext, use, type ReactNode } from 'react';
import { texts, type Locale, type Words } from '#shared/text/text.ts';

interface LocaleSeat {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
}

const LocaleContext = createContext<LocaleSeat>({ locale: 'en', setLocale: () => undefined });

interface LocaleProviderProps extends LocaleSeat {
  readonly children: ReactNode;
}

/** Gives the language to everything below; whoever mounts it keeps the choice. */
export function LocaleProvider({ locale, setLocale, children }: LocaleProviderProps) {
  return <LocaleContext value={{ locale, setLocale }}>{children}</LocaleContext>;
}

export function useLocale(): LocaleSeat {
  return use(LocaleContext);
}

/** Every sentence in the language of the moment. */
export function useWords(): Words {
  return texts[useLocale().locale];
}
