import { useState } from 'react';
import type { ApplicationCase } from '#renderer/features/application/application-case.ts';
import { useFileSize } from '#renderer/features/application/file-size.ts';
import { ScanPreview } from '#renderer/features/application/scan-preview.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import classes from './case.module.css';

/** The scans of a case, each to look at, and whether the hub has them too. */
export function CasePapers({ application }: { readonly application: ApplicationCase }) {
  const { application: words, casePage } = useWords();
  const size = useFileSize();
  const [looked, setLooked] = useState<ApplicationCase['scans'][number] | null>(null);
  const { scans } = application;
  const whereIs = ({ atHub, lostAt }: (typeof scans)[number]) => {
    if (atHub) return words.papers.atHub;
    return lostAt === null ? words.papers.notAtHub : words.papers.lost;
  };
  if (scans.length === 0) return <p className={classes['quiet']}>{casePage.label.noScans}</p>;
  return (
    <>
      {scans.map((scan) => (
        <div key={scan.id} className={classes['scan']}>
          <span>
            {words.papers.kind[scan.kind]}{' '}
            <span className={classes['quiet']}>
              {size(scan.bytes)} · {whereIs(scan)}
            </span>
          </span>
          {scan.lostAt === null ? <ActionButton label={words.papers.view} tone="quiet" onAct={() => setLooked(scan)} /> : null}
        </div>
      ))}
      {looked === null ? null : (
        <Dialog isOpen onClose={() => setLooked(null)} title={words.papers.kind[looked.kind]} size={860}>
          <ScanPreview scan={looked} />
        </Dialog>
      )}
    </>
  );
}
