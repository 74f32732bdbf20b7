import { useRef } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';

interface FileButtonProps {
  readonly pending: boolean;
  readonly onChoose: (file: File) => void;
}

/** Takes a picture or a PDF of the paper. */
export function FileButton({ pending, onChoose }: FileButtonProps) {
  const words = useWords().check;
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept="image/png,image/jpeg,application/pdf"
        hidden
        aria-label={words.picture}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onChoose(file);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <ActionButton label={words.picture} keys="F8" pending={pending} onAct={() => chooser.current?.click()} />
    </>
  );
}
