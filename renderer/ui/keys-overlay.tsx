import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import type { KeyBinding } from './key-map.ts';
import { KeyHint } from './key-hint.tsx';
import { useActiveKeys, useKeys } from './keys.tsx';
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
        {[...Map.groupBy(bindings, ({ label }) => label)].map(([label, same]) => (
          <div key={label} className={classes['line']}>
            <dt>
              {same.map(({ keys }) => (
                <span key={keys} className={classes['keys']}>
                  <KeyHint keys={keys} />
                  <span className={classes['spoken']}>{keys}</span>
                </span>
              ))}
            </dt>
            <dd>{label}</dd>
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
    <Dialog isOpen={listed !== null} onClose={close} title={words.title} size={720}>
      <div className={classes['columns']}>
        <KeyList title={words.here} bindings={listed?.filter((binding) => !binding.isEverywhere) ?? []} />
        <KeyList title={words.everywhere} bindings={listed?.filter((binding) => binding.isEverywhere) ?? []} />
      </div>
    </Dialog>
  );
  return { open, overlay };
}
