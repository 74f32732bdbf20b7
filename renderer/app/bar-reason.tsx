import { Popover } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './status-bar.module.css';

interface BarReasonProps {
  /** What stands in the bar. */
  readonly text: string;
  readonly title: string;
  readonly dot?: string | undefined;
  readonly tone?: 'red' | 'amber' | 'practice' | undefined;
  readonly keys?: string | undefined;
  /** The reason in plain words. */
  readonly children: ReactNode;
}

/** One thing in the bottom bar; a click or its key opens the reason, Esc closes it. */
export function BarReason({ text, title, dot, tone, keys, children }: BarReasonProps) {
  const { why } = useWords().frame.bar;
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const toggle = () => setIsOpen((before) => !before);
  useKeys(keys === undefined ? [] : [{ keys, label: title, run: toggle }]);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="top-start" width={380} trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <button
          ref={button}
          type="button"
          className={classes['item']}
          data-tone={tone}
          aria-label={why(text)}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {dot === undefined ? null : <span className={classes['dot']} data-state={dot} />}
          {text}
        </button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={title} tabIndex={-1} data-autofocus>
        <div className={classes['reason']}>
          <h2>{title}</h2>
          {children}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
