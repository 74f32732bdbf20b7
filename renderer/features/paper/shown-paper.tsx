import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PaperRef } from '#shared/contract/paper.ts';
import { api } from '#renderer/connection/connection.ts';
import { usePrintPaper } from '#renderer/features/printing/use-print-paper.ts';
import { useLocale } from '#renderer/ui/locale.tsx';
import { PaperViewer } from '#renderer/ui/paper-viewer.tsx';

/** Paper is made anew each time it is looked at, since what it says may have changed. */
const anew = { staleTime: 0, gcTime: 0 };

interface ShownPaperProps {
  readonly paper: PaperRef;
  readonly title: string;
  readonly fileName: string;
  readonly width?: 'a4' | '80mm' | undefined;
  /** Beside the buttons, such as the width. */
  readonly choices?: ReactNode;
  readonly onClose: () => void;
}

/** A paper on screen. Print sends it to the printer for its kind, or to the print dialog where none is set. */
export function ShownPaper({ paper, title, fileName, width = 'a4', choices, onClose }: ShownPaperProps) {
  const { locale } = useLocale();
  const made = useQuery({ ...api.paper.get.queryOptions({ input: { paper, width, locale } }), ...anew });
  const print = usePrintPaper(paper, onClose);
  return (
    <PaperViewer
      title={title}
      file={made.data}
      error={made.error ?? print?.error}
      fileName={fileName}
      choices={choices}
      isNarrow={width === '80mm'}
      onPrint={print?.run}
      isPrinting={print?.isPending}
      onClose={onClose}
    />
  );
}
