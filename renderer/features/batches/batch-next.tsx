import type { RowCounts } from '#renderer/ui/grid/count-line.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import type { BatchAct } from './batch-act-dialog.tsx';
import type { BatchLine } from './batch-row.ts';
import classes from './batches.module.css';

interface BatchNextProps {
  readonly batch: BatchLine;
  /** Of the rows on screen: all of them, or what came back. */
  readonly counts: RowCounts;
  readonly onAct: (act: BatchAct) => void;
  readonly onBack: () => void;
}

/** The way back, and what comes next with the batch: in a sentence, and as a button where it is this person's to press. */
export function BatchNext({ batch, counts, onAct, onBack }: BatchNextProps) {
  const { batches, batchSent } = useWords();
  const isSent = batch.sentState !== null;
  const isChecked = batch.state === 'checked';
  const isReady = counts.bad === 0 && counts.good > 0;
  return (
    <>
      <ActionButton label={isSent ? batchSent.page.toResult : batchSent.page.back} keys="Escape" onAct={onBack} />
      <div className={classes['next']}>
        <span className={classes['quiet']} role="status">
          {useNextSentence(batch, counts)}
        </span>
        {isChecked ? (
          <ActionButton
            label={isSent ? batchSent.again.action : batchSent.pay.action}
            keys="Alt+m"
            tone="main"
            onAct={() => onAct(isSent ? 'again' : 'pay')}
          />
        ) : null}
        {isChecked || batch.isOwnWork ? null : (
          <ActionButton label={batches.sheet.check} keys="Alt+k" tone="main" disabled={!isReady} onAct={() => onAct('check')} />
        )}
      </div>
    </>
  );
}

function useNextSentence({ state, sentState, checkedBy, isOwnWork }: BatchLine, { good, bad }: RowCounts): string {
  const { next: words } = useWords().batches;
  if (bad > 0) return words.mend(bad);
  if (good === 0) return words.begin;
  if (state === 'checked') return sentState === null ? words.pay(checkedBy ?? '', good) : words.again(checkedBy ?? '');
  return isOwnWork ? words.colleague : words.look;
}
