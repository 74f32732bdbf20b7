import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { KeyBinding } from './key-map.ts';
import { KeyHint } from './key-hint.tsx';
import { KeyLayer, useActiveKeys, useKeys } from './keys.tsx';
import { useWords } from './locale.tsx';
import classes from './keys-overlay.module.css';

type Listed = ReturnType<ReturnType<typeof useActiveKeys>>;

interface KeyListProps {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

function KeyList({ title, bindings }: KeyListProps) {
  if (bindings.length === 0) return null;
  return (
    <section>
      <h2 className={classes['title']}>{title}</h2>
      <dl className={classes['list']}>
        {bindings.map((binding) => (
          <div key={binding.keys} className={classes['line']}>
            <dt>
              <KeyHint keys={binding.keys} />
              <span className={classes['spoken']}>{binding.keys}</span>
            </dt>
            <dd>{binding.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** `?` lists every key that works at that moment; returns the opener for the bottom bar's button. */
export function useKeysOverlay(): { readonly open: () => void; readonly overlay: React.ReactNode } {
  const words = useWords().frame.keys;
  const active = useActiveKeys();
  const [listed, setListed] = useState<Listed | null>(null);
  const open = () => setListed(active());
  useKeys([{ keys: '?', label: words.help, run: open }]);
  const close = () => setListed(null);
  const overlay = (
    <Modal opened={listed !== null} onClose={close} title={words.title} size={720} closeButtonProps={{ 'aria-label': words.close }}>
      <KeyLayer>
        <div className={classes['columns']}>
          <KeyList title={words.here} bindings={listed?.filter((binding) => !binding.isEverywhere) ?? []} />
          <KeyList title={words.everywhere} bindings={listed?.filter((binding) => binding.isEverywhere) ?? []} />
        </div>
      </KeyLayer>
    </Modal>
  );
  return { open, overlay };
}
