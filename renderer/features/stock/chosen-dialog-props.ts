import type { StockLine } from './stock-line.ts';

/** What a dialog about chosen motorcycles is given. */
export interface ChosenDialogProps {
  readonly units: readonly StockLine[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}
