import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ReasonDialog } from '#renderer/ui/reason-dialog.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import type { ChosenDialogProps } from './chosen-dialog-props.ts';

const shortestReason = 3;

/** Takes motorcycles back from their buyer before anybody paid for their registration. */
export function CancelSaleDialog({ units, onClose, onDone }: ChosenDialogProps) {
  const { stock, frame } = useWords();
  const words = stock.cancelSale;
  const cancel = useAct(client.stock.cancelSale, ({ units: count }) => {
    tell(words.done(count));
    onDone();
  });
  return (
    <ReasonDialog
      title={words.title(units.length)}
      label={words.reason}
      tooShort={words.reasonShort}
      shortest={shortestReason}
      submitLabel={words.action}
      cancelLabel={frame.close}
      pending={cancel.isPending}
      failure={<ActFailure error={cancel.error} />}
      onSubmit={(reason) => cancel.mutate({ unitIds: units.map(({ id }) => id), reason })}
      onClose={onClose}
    >
      <p>{words.hint}</p>
    </ReasonDialog>
  );
}
