import { useState } from 'react';
import { useWords } from '#renderer/ui/locale.tsx';
import { PaperSlot } from './paper-slot.tsx';
import { ScanPreview } from './scan-preview.tsx';
import { StepHead } from './step-head.tsx';
import type { StepProps } from './application-frame.tsx';
import classes from './papers-step.module.css';

/** Only the papers that this application needs, each scanned once, with the stored scan beside it. */
export function PapersStep({ desk }: StepProps) {
  const words = useWords().application.papers;
  const { scansNeeded, scans } = desk.application;
  const [looked, setLooked] = useState<string | null>(null);
  const shown = scans.find(({ kind }) => kind === looked) ?? scans.at(-1);
  const firstMissing = scansNeeded.find((kind) => scans.every((scan) => scan.kind !== kind));
  if (scansNeeded.length === 0) return <StepHead question={words.none} />;
  return (
    <div className={classes['step']}>
      <div>
        <StepHead question={words.question} hint={words.hint} />
        <div className={classes['slots']}>
          {scansNeeded.map((kind) => (
            <PaperSlot
              key={kind}
              desk={desk}
              kind={kind}
              scan={scans.find((scan) => scan.kind === kind)}
              hasKeys={kind === firstMissing}
              onLook={() => setLooked(kind)}
            />
          ))}
        </div>
      </div>
      {shown === undefined ? null : (
        <div className={classes['preview']} tabIndex={0} role="region" aria-label={words.preview(words.kind[shown.kind])}>
          <ScanPreview scan={shown} />
        </div>
      )}
    </div>
  );
}
