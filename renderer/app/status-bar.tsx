import { useWords } from '#renderer/ui/locale.tsx';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useKeysOverlay } from '#renderer/ui/keys-overlay.tsx';
import { BarReason } from './bar-reason.tsx';
import { ConcernsItem } from './concerns-item.tsx';
import { DiskItem } from './disk-item.tsx';
import { LineItem } from './line-item.tsx';
import type { OfficeStatus } from './office-status.ts';
import { PrinterItem } from './printer-item.tsx';
import { QueueItem } from './queue-item.tsx';
import classes from './status-bar.module.css';

/** Line, queue, disk and mode of this desk in plain words; each opens its reason. It never lies and never moves. */
export function StatusBar({ status }: { readonly status: OfficeStatus | undefined }) {
  const words = useWords().frame;
  const { open, overlay } = useKeysOverlay();
  return (
    <footer className={classes['bar']} aria-label={words.bar.label}>
      <div className={classes['items']} role="status" aria-live="polite">
        {status === undefined ? null : (
          <>
            <LineItem line={status.line} />
            <QueueItem queue={status.queue} />
            <PrinterItem />
            <DiskItem isReadOnly={status.readOnly} />
            <ConcernsItem isPractice={status.practice} />
          </>
        )}
      </div>
      <div className={classes['items']}>
        {status === undefined ? null : (
          <span className={classes['office']}>
            {status.office.name} · PC {status.office.deviceNo}
          </span>
        )}
        {status?.practice === true ? (
          <BarReason text={words.bar.practice} title={words.bar.practiceTitle} tone="practice">
            {words.bar.practiceWords}
          </BarReason>
        ) : null}
        <button type="button" className={classes['item']} onClick={open} title={words.keys.help}>
          <KeyHint keys="?" /> {words.bar.keys}
        </button>
      </div>
      {overlay}
    </footer>
  );
}
