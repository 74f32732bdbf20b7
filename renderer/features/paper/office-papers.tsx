import type { Day } from '#shared/base/instant.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { ShownPaper } from './shown-paper.tsx';

interface ReceiptNumberProps {
  readonly receiptNumber: string;
  readonly onClose: () => void;
}

/** For the file: which receipt is void, why, and who stands by it. */
export function VoidFormPaper({ receiptNumber, onClose }: ReceiptNumberProps) {
  const words = useWords().money.receipts;
  return (
    <ShownPaper
      paper={{ kind: 'void-form', receiptNumber }}
      title={`${words.voidForm} ${receiptNumber}`}
      fileName={`${receiptNumber}-void.pdf`}
      onClose={onClose}
    />
  );
}

/** A receipt that was printed again, for an office without a printer for receipts. */
export function ReprintPaper({ receiptNumber, reprint, onClose }: ReceiptNumberProps & { readonly reprint: number }) {
  const words = useWords().money.receipts;
  return (
    <ShownPaper
      paper={{ kind: 'receipt-reprint', receiptNumber, reprint }}
      title={words.reprintPaper(receiptNumber, reprint)}
      fileName={`${receiptNumber}-reprint-${reprint}.pdf`}
      onClose={onClose}
    />
  );
}

interface DaysProps {
  readonly from: Day;
  readonly to: Day;
  readonly onClose: () => void;
}

export function SeriesReportPaper({ from, to, onClose }: DaysProps) {
  const words = useWords().money.receipts;
  return (
    <ShownPaper paper={{ kind: 'series-report', from, to }} title={words.seriesTitle} fileName={`receipts-${from}.pdf`} onClose={onClose} />
  );
}

export function SheetReportPaper({ from, to, onClose }: DaysProps) {
  const words = useWords().sheets;
  return <ShownPaper paper={{ kind: 'sheet-report', from, to }} title={words.dayEnd} fileName={`sheets-${from}.pdf`} onClose={onClose} />;
}

/** The movements on a dealer's KD plates in some days. */
export function TradeRegisterPaper({ dealerId, from, to, onClose }: DaysProps & { readonly dealerId: string }) {
  const words = useWords().tradePlates.print;
  const paper = { kind: 'trade-register', dealerId, from, to } as const;
  return <ShownPaper paper={paper} title={words.title} fileName={`kd-plates-${from}.pdf`} onClose={onClose} />;
}

/** What waits on the shelf today, by how long it has waited. */
export function ShelfReportPaper({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().shelf.ageing;
  return <ShownPaper paper={{ kind: 'shelf-report' }} title={words.title} fileName="shelf.pdf" onClose={onClose} />;
}
