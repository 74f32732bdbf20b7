import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { PaperViewer } from '#renderer/ui/paper-viewer.tsx';

/** Paper is made anew each time it is looked at, since what it says may have changed. */
const anew = { staleTime: 0, gcTime: 0 };

type Width = 'a4' | '80mm';

/** The width of this office's printer, and a switch to the other one. */
function useWidth() {
  const words = useWords().casePage.paper;
  const usual = useQuery(api.settings.get.queryOptions({ input: {} })).data?.receiptWidth ?? 'a4';
  const [chosen, setChosen] = useState<Width | null>(null);
  const width = chosen ?? usual;
  const choices = (
    <SegmentedControl
      size="xs"
      aria-label={words.width}
      value={width}
      onChange={(value) => setChosen(value)}
      data={[
        { value: 'a4', label: words.a4 },
        { value: '80mm', label: words['80mm'] },
      ]}
    />
  );
  return { width, choices };
}

interface ReceiptPaperProps {
  readonly receiptNumber: string;
  readonly onClose: () => void;
}

/** A receipt in the width of this office's printer; the other width is one key away. */
export function ReceiptPaper({ receiptNumber, onClose }: ReceiptPaperProps) {
  const words = useWords().casePage.paper;
  const { locale } = useLocale();
  const { width, choices } = useWidth();
  const paper = useQuery({
    ...api.paper.get.queryOptions({ input: { paper: { kind: 'receipt', receiptNumber }, width, locale } }),
    ...anew,
  });
  return (
    <PaperViewer
      title={words.receipt(receiptNumber)}
      file={paper.data}
      error={paper.error}
      fileName={`${receiptNumber}.pdf`}
      choices={choices}
      isNarrow={width === '80mm'}
      onClose={onClose}
    />
  );
}

/** What the customer takes along when another act came first. */
export function ConflictSlip({ id, reference, onClose }: ApplicationPaperProps) {
  const words = useWords().casePage.paper;
  const { locale } = useLocale();
  const { width, choices } = useWidth();
  const paper = useQuery({ ...api.paper.get.queryOptions({ input: { paper: { kind: 'conflict-slip', id }, width, locale } }), ...anew });
  return (
    <PaperViewer
      title={words.conflictSlip(reference)}
      file={paper.data}
      error={paper.error}
      fileName={`${reference}-conflict.pdf`}
      choices={choices}
      isNarrow={width === '80mm'}
      onClose={onClose}
    />
  );
}

interface ApplicationPaperProps {
  readonly id: string;
  readonly reference: string;
  readonly onClose: () => void;
}

/** The application as it stands now, to take along or to keep in the file. */
export function ApplicationPaper({ id, reference, onClose }: ApplicationPaperProps) {
  const words = useWords().casePage.paper;
  const { locale } = useLocale();
  const paper = useQuery({
    ...api.paper.get.queryOptions({ input: { paper: { kind: 'application', id }, width: 'a4', locale } }),
    ...anew,
  });
  return (
    <PaperViewer
      title={words.application(reference)}
      file={paper.data}
      error={paper.error}
      fileName={`${reference}.pdf`}
      onClose={onClose}
    />
  );
}

interface LogbookPreviewProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** How the eLogbook copy will look, with NOT VALID on every page; it never counts as a copy. */
export function LogbookPreview({ id, onClose }: LogbookPreviewProps) {
  const words = useWords().casePage.paper;
  const { locale } = useLocale();
  const paper = useQuery({
    ...api.paper.get.queryOptions({ input: { paper: { kind: 'logbook-preview', id }, width: 'a4', locale } }),
    ...anew,
  });
  return <PaperViewer title={words.preview} file={paper.data} error={paper.error} fileName="not-valid.pdf" onClose={onClose} />;
}

interface LogbookCopyPaperProps {
  readonly id: string;
  readonly number: string;
  /** The copy as it was counted in the journal. */
  readonly copy: number;
  readonly onClose: () => void;
}

/** A counted copy of an approved eLogbook. */
export function LogbookCopyPaper({ id, number, copy, onClose }: LogbookCopyPaperProps) {
  const words = useWords().casePage.paper;
  const { locale } = useLocale();
  const paper = useQuery({
    ...api.paper.get.queryOptions({ input: { paper: { kind: 'logbook-copy', id, copy }, width: 'a4', locale } }),
    ...anew,
  });
  return (
    <PaperViewer title={words.copy(number)} file={paper.data} error={paper.error} fileName={`${number}-${copy}.pdf`} onClose={onClose} />
  );
}
