import { displayPlate } from '#shared/domain/plate.ts';
import { DecisionNote } from '#renderer/features/application/decision-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { StateBadge } from '#renderer/ui/state-badge.tsx';
import type { RegistrarCase } from './registrar-line.ts';
import classes from './registrar.module.css';

/** Which case it is, beside the page's title. */
export function CaseName({ found: { summary } }: { readonly found: RegistrarCase }) {
  return (
    <>
      {summary.plate === '' ? null : <PlateChip plate={displayPlate(summary.plate)} />}
      <span className={classes['quiet']}>{summary.reference}</span>
      <StateBadge state={summary.state} />
    </>
  );
}

/** Why there is nothing to decide here: it is decided, or it is the registrar's own work. */
export function WhyNot({ found: { decision, summary } }: { readonly found: RegistrarCase }) {
  const words = useWords().registrar;
  if (decision === null && !summary.ownWork) return null;
  return (
    <div className={classes['note']}>
      {decision === null ? (
        <Note tone="amber" title={words.ownWork}>
          {words.ownWorkHint}
        </Note>
      ) : (
        <DecisionNote decision={decision}>{words.alreadyDecided}</DecisionNote>
      )}
    </div>
  );
}
