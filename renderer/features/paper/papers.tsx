import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { ShownPaper } from './shown-paper.tsx';

type Width = 'a4' | '80mm';

/** The width of this office's printer, and a switch to the other one. */
export function useWidth() {
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
  return (
    <ShownPaper
      paper={{ kind: 'receipt', receiptNumber }}
      title={words.receipt(receiptNumber)}
      fileName={`${receiptNumber}.pdf`}
      {...useWidth()}
      onClose={onClose}
    />
  );
}

interface ApplicationPaperProps {
  readonly id: string;
  readonly reference: string;
  readonly onClose: () => void;
}

/** What the customer takes along when another act came first. */
export function ConflictSlip({ id, reference, onClose }: ApplicationPaperProps) {
  const words = useWords().casePage.paper;
  return (
    <ShownPaper
      paper={{ kind: 'conflict-slip', id }}
      title={words.conflictSlip(reference)}
      fileName={`${reference}-conflict.pdf`}
      {...useWidth()}
      onClose={onClose}
    />
  );
}

/** The candidate's seat, to bring to the test. */
export function TestSlip({ id, reference, onClose }: ApplicationPaperProps) {
  const words = useWords().casePage.paper;
  return (
    <ShownPaper
      paper={{ kind: 'test-slip', id }}
      title={words.testSlip(reference)}
      fileName={`${reference}-test.pdf`}
      {...useWidth()}
      onClose={onClose}
    />
  );
}

interface CollectionSlipProps {
  readonly number: string;
  readonly onClose: () => void;
}

/** What whoever collected something signs for and takes along. */
export function CollectionSlip({ number, onClose }: CollectionSlipProps) {
  const words = useWords().shelf.handOver;
  return (
    <ShownPaper
      paper={{ kind: 'collection-slip', number }}
      title={words.slip(number)}
      fileName={`${number}.pdf`}
      {...useWidth()}
      onClose={onClose}
    />
  );
}

/** The application as it stands now, to take along or to keep in the file. */
export function ApplicationPaper({ id, reference, onClose }: ApplicationPaperProps) {
  const words = useWords().casePage.paper;
  return (
    <ShownPaper paper={{ kind: 'application', id }} title={words.application(reference)} fileName={`${reference}.pdf`} onClose={onClose} />
  );
}

interface LogbookPreviewProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** How the eLogbook copy will look, with NOT VALID on every page; it never counts as a copy. */
export function LogbookPreview({ id, onClose }: LogbookPreviewProps) {
  const words = useWords().casePage.paper;
  return <ShownPaper paper={{ kind: 'logbook-preview', id }} title={words.preview} fileName="not-valid.pdf" onClose={onClose} />;
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
  return (
    <ShownPaper
      paper={{ kind: 'logbook-copy', id, copy }}
      title={words.copy(number)}
      fileName={`${number}-${copy}.pdf`}
      onClose={onClose}
    />
  );
}

interface BatchPaperProps {
  readonly id: string;
  readonly number: string;
  readonly onClose: () => void;
}

/** What a driving school takes along of its list, on A4 only. */
export function SchoolSlip({ id, number, onClose }: BatchPaperProps) {
  const words = useWords().schoolLists.papers;
  return (
    <ShownPaper
      paper={{ kind: 'school-slip', id }}
      title={`${words.list} ${number}`}
      fileName={`${number}.pdf`}
      width="a4"
      onClose={onClose}
    />
  );
}

/** The slips of all candidates of a list, one after the other. */
export function ListSlips({ id, number, onClose }: BatchPaperProps) {
  const words = useWords().schoolLists.papers;
  return (
    <ShownPaper
      paper={{ kind: 'list-slips', id }}
      title={`${words.slips} ${number}`}
      fileName={`${number}-slips.pdf`}
      {...useWidth()}
      onClose={onClose}
    />
  );
}

/** Lies on top of a dealer's batch, on A4 only. */
export function BatchCover({ id, number, onClose }: BatchPaperProps) {
  const words = useWords().batchSent.papers;
  return <ShownPaper paper={{ kind: 'batch-cover', id }} title={words.coverOf(number)} fileName={`${number}.pdf`} onClose={onClose} />;
}

/** A slip for each motorcycle of a batch, or for the one at `position`. */
export function UnitSlips({ id, number, position, onClose }: BatchPaperProps & { readonly position: number | null }) {
  const words = useWords().batchSent.papers;
  return (
    <ShownPaper
      paper={{ kind: 'unit-slips', id, position }}
      title={words.slipsOf(number)}
      fileName={`${number}-slips.pdf`}
      {...useWidth()}
      onClose={onClose}
    />
  );
}
