import type { StartStatus } from './start-status.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import { useActWords } from './act-words.ts';
import { ChoiceCard } from './choice-card.tsx';
import classes from './recovery-page.module.css';

export type WayBack = NonNullable<NonNullable<StartStatus['recovery']>['wayBack']>;

interface RestoreCardProps {
  readonly wayBack: WayBack;
  readonly onRestore: () => void;
}

/** The way back from the copies: how far it reaches, from what, and what is different afterwards. */
export function RestoreCard({ wayBack, onRestore }: RestoreCardProps) {
  const words = useWords().start.recovery.restore;
  const { locale } = useLocale();
  const actWords = useActWords();
  const { backup, actsAfter, lastAct, damagedBackups, complete } = wayBack;
  return (
    <ChoiceCard title={words.title} isFirst>
      <strong>{lastAct === null ? words.noAct : actWords(words.upTo, lastAct)}</strong>
      <ul className={classes['facts']}>
        <li>{words.from(fullText(backup.at, locale), actsAfter)}</li>
        <li>{complete ? words.whole : words.hole}</li>
        {damagedBackups === 0 ? null : <li>{words.passedOver(damagedBackups)}</li>}
        <li>{words.letter}</li>
      </ul>
      <ActionButton label={words.action} keys="r" tone="main" size="md" onAct={onRestore} />
    </ChoiceCard>
  );
}
