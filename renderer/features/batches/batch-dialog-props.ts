/** What every dialog over a batch needs. */
export interface BatchDialogProps {
  readonly batchId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}
