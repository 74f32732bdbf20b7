import { assertNever } from '#shared/base/assert-never.ts';
import { standingOf, type ApplicationState } from '#shared/domain/application.ts';
import { useWords } from './locale.tsx';
import { Tag, type TagTone } from './tag.tsx';
import classes from './state-badge.module.css';

function toneOf(state: ApplicationState): TagTone {
  switch (state) {
    case 'draft':
    case 'declined':
    case 'cancelled':
    case 'expired':
      return 'grey';
    case 'awaiting-party':
    case 'awaiting-payment':
      return 'blue';
    case 'queued':
    case 'in-review':
    case 'returned':
      return 'amber';
    case 'approved':
    case 'ready':
    case 'collected':
      return 'green';
    case 'conflict':
    case 'refused':
      return 'red';
    default:
      return assertNever(state);
  }
}

interface StateBadgeProps {
  readonly state: ApplicationState;
  /** With PROVISIONAL or CONFIRMED before the state, as the head of a case shows it. */
  readonly withStanding?: boolean | undefined;
}

/** The state of an application in words and colour. */
export function StateBadge({ state, withStanding = false }: StateBadgeProps) {
  const words = useWords().states;
  if (!withStanding) return <Tag tone={toneOf(state)}>{words.label[state]}</Tag>;
  return (
    <span className={classes['pair']}>
      <Tag tone={toneOf(state)}>{words.standing[standingOf(state)]}</Tag>
      <span className={classes['state']}>{words.label[state]}</span>
    </span>
  );
}
