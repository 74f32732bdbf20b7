import { displayPlate } from '#shared/domain/plate.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { StateBadge } from '#renderer/ui/state-badge.tsx';
import type { ApplicationCase } from './application-case.ts';
import type { KeptState } from './draft-keeper.ts';
import classes from './frame-facts.module.css';

interface FrameFactsProps {
  readonly line: ApplicationCase['line'];
  readonly kept: KeptState;
}

/** Beside the title: whose plate, which reference, which state, and whether the typing is kept. */
export function FrameFacts({ line, kept }: FrameFactsProps) {
  const words = useWords().application;
  const said = { kept: words.kept, waiting: words.saving, failed: words.notSaved }[kept];
  return (
    <>
      {line.plate === '' ? null : <PlateChip plate={displayPlate(line.plate)} />}
      <span className={classes['reference']}>{line.reference}</span>
      <StateBadge state={line.state} />
      <span className={classes['kept']} data-failed={kept === 'failed' || undefined} role="status">
        {said}
      </span>
    </>
  );
}
