import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import type { Receipt } from './receipt.ts';
import { TestChanges } from './test-changes.tsx';
import { VoidRefused } from './void-refused.tsx';
import classes from './receipts-page.module.css';

interface ReceiptHistoryProps {
  readonly receipt: Receipt;
  readonly onVoidForm: () => void;
  readonly onClose: () => void;
}

/** What became of a receipt's paper: void or not, and each time that it was printed again. */
export function ReceiptHistory({ receipt: { receiptNumber, applicationId }, onVoidForm, onClose }: ReceiptHistoryProps) {
  const { money, frame } = useWords();
  const words = money.receipts;
  const { locale } = useLocale();
  const history = useQuery(api.payments.history.queryOptions({ input: { receiptNumber } }));
  const withNote = (reason: string, note: string) => (note === '' ? reason : `${reason}: ${note}`);
  return (
    <Dialog isOpen onClose={onClose} title={`${receiptNumber} · ${words.history}`} size={640}>
      <QueryView query={history}>
        {({ void: mark, reprints }) => (
          <>
            {mark === null ? null : (
              <Note tone="red" title={words.voided(fullText(mark.at, locale), mark.by, mark.supervisor)}>
                {withNote(money.voidReason[mark.reason], mark.note)}
              </Note>
            )}
            <VoidRefused receiptNumber={receiptNumber} />
            {reprints.length === 0 ? <p>{words.original}</p> : null}
            <ol className={classes['reprinted']}>
              {reprints.map(({ reprint, at, clerk, reason, note }) => (
                <li key={reprint}>
                  {words.reprinted(reprint, fullText(at, locale), clerk)}. {withNote(money.reprintReason[reason], note)}
                </li>
              ))}
            </ol>
            <TestChanges applicationId={applicationId} />
          </>
        )}
      </QueryView>
      <ButtonRow>
        <ActionButton label={frame.close} keys="Escape" onAct={onClose} />
        {history.data?.void ? <ActionButton label={words.voidForm} keys="f" onAct={onVoidForm} /> : null}
      </ButtonRow>
    </Dialog>
  );
}
