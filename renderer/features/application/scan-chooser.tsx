import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ScanKind } from '#shared/domain/scan-kind.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useIsPractice } from './office-status.ts';

interface ScanChooserProps {
  readonly applicationId: string;
  readonly kind: ScanKind;
  readonly isStored: boolean;
  readonly hasKeys: boolean;
  readonly onChoose: (file: File) => void;
}

/** A file from this PC, or in the practice office a made-up scan for those who have no paper at hand. */
export function ScanChooser({ applicationId, kind, isStored, hasKeys, onChoose }: ScanChooserProps) {
  const words = useWords().application.papers;
  const isPractice = useIsPractice();
  const chooser = useRef<HTMLInputElement>(null);
  const practice = useMutation({ mutationFn: () => client.applications.practiceScan({ id: applicationId, kind }), onSuccess: onChoose });
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept="application/pdf,.pdf"
        hidden
        aria-label={words.kind[kind]}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onChoose(file);
          // The same file may be chosen again after it was scanned anew.
          event.currentTarget.value = '';
        }}
      />
      <ActionButton
        label={isStored ? words.replace : words.choose}
        keys={hasKeys ? 'c' : undefined}
        onAct={() => chooser.current?.click()}
      />
      {isPractice && !isStored ? (
        <ActionButton
          label={words.practice}
          keys={hasKeys ? 'p' : undefined}
          pending={practice.isPending}
          onAct={() => practice.mutate()}
        />
      ) : null}
      <FailureNote error={practice.error} />
    </>
  );
}
