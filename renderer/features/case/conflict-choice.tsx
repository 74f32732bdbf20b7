import { ActionButton } from '#renderer/ui/action-button.tsx';
import classes from './conflict-card.module.css';

interface ConflictChoiceProps {
  readonly words: { readonly title: string; readonly action: string };
  /** What follows from it, in a sentence. */
  readonly text: string;
  readonly keys: string;
  readonly isMain?: boolean | undefined;
  /** Whether whoever sits here may do it; the others read it. */
  readonly isOffered: boolean;
  readonly pending?: boolean | undefined;
  readonly onAct: () => void;
}

/** One way on: what the customer wants, what follows, and the button. */
export function ConflictChoice({ words, text, keys, isMain = false, isOffered, pending, onAct }: ConflictChoiceProps) {
  return (
    <div className={classes['choice']}>
      <h3>{words.title}</h3>
      <p>{text}</p>
      {isOffered ? (
        <ActionButton label={words.action} keys={keys} tone={isMain ? 'main' : 'plain'} pending={pending} onAct={onAct} />
      ) : null}
    </div>
  );
}
