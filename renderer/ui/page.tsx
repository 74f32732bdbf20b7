import { useEffect, useRef, type ReactNode } from 'react';
import { KeyLayer } from './keys.tsx';
import { useWords } from './locale.tsx';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** Beside the title: a plate, a reference, a state. */
  readonly facts?: ReactNode;
  /** One quiet sentence under the title. */
  readonly words?: string | undefined;
  readonly actions?: ReactNode;
  /** Stands still at the right while the page scrolls: the summary. */
  readonly aside?: ReactNode;
  /** Below the page, always in sight: the step's buttons. */
  readonly foot?: ReactNode;
  /** Fills the height without scrolling itself; its table scrolls. */
  readonly isFull?: boolean | undefined;
  readonly children: ReactNode;
}

/** Filters over a list are marked `data-filters`: there the list is the first thing, not they. */
const fields = ['input:not([type="hidden"],[type="radio"])', 'input[type="radio"]:checked', 'textarea']
  .map((field) => `${field}:not(:disabled):not([data-filters] *)`)
  .join(',');

/** One screen of the office: head, body, standing summary, foot. The first field takes the focus, else the page itself. */
export function Page({ title, facts, words, actions, aside, foot, isFull = false, children }: PageProps) {
  const { appName } = useWords().frame;
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = `${title} · ${appName}`;
  }, [title, appName]);
  useEffect(() => {
    const wanted = body.current?.querySelector<HTMLElement>('[data-autofocus]') ?? body.current?.querySelector<HTMLElement>(fields);
    if (!body.current?.contains(document.activeElement)) (wanted ?? body.current)?.focus({ preventScroll: true });
    // Once for each page: another language changes its title and must leave the keys where they are.
  }, []);
  return (
    <KeyLayer at="page">
      <div className={classes['page']} data-aside={aside === undefined ? undefined : true}>
        <header className={classes['head']}>
          <div className={classes['heading']}>
            <h1 className={classes['title']}>{title}</h1>
            {facts}
          </div>
          {actions === undefined ? null : <div className={classes['actions']}>{actions}</div>}
        </header>
        <div ref={body} className={classes['body']} data-full={isFull || undefined} tabIndex={-1}>
          {words === undefined ? null : <p className={classes['words']}>{words}</p>}
          {children}
        </div>
        {foot === undefined ? null : <div className={classes['foot']}>{foot}</div>}
        {aside === undefined ? null : <aside className={classes['aside']}>{aside}</aside>}
      </div>
    </KeyLayer>
  );
}
