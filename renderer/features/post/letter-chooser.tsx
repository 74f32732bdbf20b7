import { useRef } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';

interface LetterChooserProps {
  readonly label: string;
  readonly keys: string;
  readonly pending: boolean;
  readonly onChoose: (file: File) => void;
}

/** Takes a letter's file from the stick. */
export function LetterChooser({ label, keys, pending, onChoose }: LetterChooserProps) {
  const { post } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept=".kpost"
        hidden
        aria-label={`${post.chooser}: ${label}`}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onChoose(file);
          // The same file may be chosen again once the line is back.
          event.currentTarget.value = '';
        }}
      />
      <ActionButton label={label} keys={keys} pending={pending} onAct={() => chooser.current?.click()} />
    </>
  );
}
