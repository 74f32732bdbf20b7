import { useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import classes from './file-drop.module.css';

interface FileDropProps {
  readonly label: string;
  readonly title: string;
  readonly hint: string;
  readonly chooseLabel: string;
  readonly keys: string;
  /** As in the `accept` of a file field. */
  readonly accept: string;
  readonly pending: boolean;
  readonly onFile: (file: File) => void;
  /** What is pasted from a spreadsheet. */
  readonly onText: (text: string) => void;
  readonly children?: ReactNode;
}

/** A place for one file: dropped, chosen with its key, or pasted as text; the keys stand here when the page comes. */
export function FileDrop({ label, title, hint, chooseLabel, keys, accept, pending, onFile, onText, children }: FileDropProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file !== undefined && !pending) onFile(file);
  };
  const dropping = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      take(event.dataTransfer.files);
    },
    onPaste: ({ clipboardData, currentTarget, target }: ClipboardEvent) => {
      if (target !== currentTarget && target instanceof HTMLInputElement) return;
      if (clipboardData.files.length > 0) take(clipboardData.files);
      else if (!pending && clipboardData.getData('text/plain').trim() !== '') onText(clipboardData.getData('text/plain'));
    },
  };
  return (
    <section className={classes['drop']} aria-label={label} tabIndex={-1} data-autofocus data-over={isOver || undefined} {...dropping}>
      <h2 className={classes['title']}>{title}</h2>
      <p className={classes['hint']}>{hint}</p>
      <input
        ref={chooser}
        type="file"
        accept={accept}
        hidden
        aria-label={chooseLabel}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          // The same file may be chosen again after it was mended.
          currentTarget.value = '';
        }}
      />
      <div className={classes['buttons']}>
        <ActionButton label={chooseLabel} keys={keys} tone="main" pending={pending} onAct={() => chooser.current?.click()} />
        {children}
      </div>
    </section>
  );
}
