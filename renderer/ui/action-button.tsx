import { Button } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { KeyHint } from './key-hint.tsx';
import { useKeys } from './keys.tsx';

interface ActionButtonProps {
  readonly label: string;
  /** A stroke or strokes in a row, such as `F2` or `Ctrl+Enter`; pressing them is pressing the button. */
  readonly keys?: string | undefined;
  readonly onAct?: (() => void) | undefined;
  readonly tone?: 'main' | 'plain' | 'quiet' | 'danger' | undefined;
  readonly type?: 'button' | 'submit' | undefined;
  readonly disabled?: boolean | undefined;
  readonly pending?: boolean | undefined;
  readonly icon?: ReactNode;
  readonly size?: 'sm' | 'md' | undefined;
}

const variants = { main: 'filled', plain: 'default', quiet: 'subtle', danger: 'outline' } as const;

/** A button that shows its key and answers to it. */
export function ActionButton(props: ActionButtonProps) {
  const { label, keys, onAct, tone = 'plain', type = 'button', disabled = false, pending = false, icon, size = 'sm' } = props;
  const button = useRef<HTMLButtonElement>(null);
  useKeys(keys === undefined ? [] : [{ keys, label, run: () => button.current?.click(), disabled: disabled || pending }]);
  return (
    <Button
      ref={button}
      type={type}
      size={size}
      variant={variants[tone]}
      color={tone === 'danger' ? 'var(--kaunta-red)' : 'teal'}
      disabled={disabled}
      aria-busy={pending}
      {...(pending ? { 'data-pending': true } : {})}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onAct?.();
      }}
      leftSection={icon}
      rightSection={keys === undefined ? undefined : <KeyHint keys={keys} tone={tone === 'main' && !disabled ? 'on-accent' : 'plain'} />}
      aria-keyshortcuts={keys?.replaceAll('Ctrl', 'Control')}
    >
      {label}
    </Button>
  );
}
