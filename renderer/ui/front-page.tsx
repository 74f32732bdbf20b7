import { useEffect, useRef, type ReactNode } from 'react';
import { KeyLayer } from './keys.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { useWords } from './locale.tsx';
import { Mark } from './mark.tsx';
import classes from './front-page.module.css';

interface FrontPageProps {
  readonly title: string;
  readonly words?: string | undefined;
  readonly width?: 'form' | 'wide' | undefined;
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
}

/** A page before the office is open: the mark, one question, and the language to ask it in. */
export function FrontPage({ title, words, width = 'form', foot, children }: FrontPageProps) {
  const { appName } = useWords().frame;
  const { notConnected } = useWords().start;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = `${title} · ${appName}`;
    body.current?.querySelector<HTMLElement>('[data-autofocus],input,button')?.focus();
  }, [title, appName]);
  return (
    <KeyLayer at="page">
      <div className={classes['front']}>
        <header className={classes['top']}>
          <span className={classes['mark']}>
            <Mark size={24} /> {appName}
          </span>
          <LanguageSwitch />
        </header>
        <main className={classes['main']} data-width={width}>
          <h1 className={classes['title']}>{title}</h1>
          {words === undefined ? null : <p className={classes['words']}>{words}</p>}
          <div ref={body}>{children}</div>
        </main>
        <footer className={classes['foot']}>
          <span>{notConnected}</span>
          <span>{foot}</span>
        </footer>
      </div>
    </KeyLayer>
  );
}
