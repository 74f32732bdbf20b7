import { assertNever } from '#shared/base/assert-never.ts';
import type { Verdict } from '#shared/contract/check.ts';
import type { Words } from '#shared/text/text.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { SayLine } from '#renderer/ui/say-line.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import { FactTable } from './fact-table.tsx';
import classes from './check-page.module.css';

export interface Checked {
  readonly verdict: Verdict;
  readonly heardAt: Extract<Verdict, { verdict: 'valid' }>['at'] | null;
}

interface Judgement {
  readonly tone: 'green' | 'amber' | 'red' | 'plain';
  readonly title: string;
  readonly words: string;
  readonly say: string;
}

/** What a paper is worth, in one word; then line by line what it has to say; then what to tell the customer. */
export function VerdictView({ checked: { verdict, heardAt } }: { readonly checked: Checked }) {
  const words = useWords().check;
  const { locale } = useLocale();
  const { tone, title, words: sentence, say } = judgementOf(verdict, words, (at) => fullText(at, locale));
  const isSealed = verdict.verdict === 'valid' || verdict.verdict === 'revoked';
  const reason = isSealed ? (verdict.revokedSince?.reason ?? '') : '';
  return (
    <section className={classes['verdict']} aria-label={title}>
      <div className={classes['judgement']} data-tone={tone} role="alert">
        <strong className={classes['word']}>{title}</strong>
        <p className={classes['sentence']}>{sentence}</p>
        {reason === '' ? null : <p className={classes['sentence']}>{words.reason(reason)}</p>}
      </div>
      {isSealed ? <FactTable paper={verdict} /> : null}
      <SayLine>{say}</SayLine>
      {isSealed ? (
        <p className={classes['quiet']}>{heardAt === null ? words.neverHeard : words.heardAt(fullText(heardAt, locale))}</p>
      ) : null}
    </section>
  );
}

function judgementOf(verdict: Verdict, words: Words['check'], when: (at: Checked['heardAt'] & string) => string): Judgement {
  const { say } = words;
  switch (verdict.verdict) {
    case 'valid': {
      const since = verdict.revokedSince;
      if (since) return { tone: 'amber', title: words.validRevoked(when(since.at)), words: words.validRevokedWords, say: say.doubt };
      const { replacedBy, newerLogbook, voidSince } = verdict;
      if (voidSince) return { tone: 'red', title: words.void(when(voidSince)), words: words.voidWords, say: say.void };
      if (replacedBy)
        return {
          tone: 'amber',
          title: words.replaced(when(replacedBy.at)),
          words: words.replacedWords(words.replacedCause[replacedBy.cause], replacedBy.number),
          say: say.replaced,
        };
      if (newerLogbook)
        return {
          tone: 'amber',
          title: words.newer(newerLogbook.number),
          words: words.newerWords(when(newerLogbook.asOf)),
          say: say.replaced,
        };
      if (verdict.facts.some(({ name, onPaper }) => name === 'standing' && onPaper === 'ended'))
        return { tone: 'amber', title: words.ended, words: words.endedWords, say: say.doubt };
      const differs = verdict.facts.some(({ is }) => is === 'differs');
      const doubt = { tone: 'amber', title: words.valid, words: words.differs, say: say.doubt } as const;
      if (differs) return doubt;
      return verdict.practice
        ? { tone: 'amber', title: words.practice, words: words.practiceWords, say: say.valid }
        : { tone: 'green', title: words.valid, words: words.validWords, say: say.valid };
    }
    case 'revoked': {
      const { at, why } = verdict.revokedSince;
      return why === 'new-epoch'
        ? { tone: 'red', title: words.oldKey(when(at)), words: words.oldKeyWords, say: say.notValid }
        : { tone: 'red', title: words.revoked(when(at)), words: words.revokedWords, say: say.notValid };
    }
    case 'not-valid':
      return { tone: 'red', title: words.notValid, words: words.why[verdict.why], say: say.notValid };
    case 'not-known':
      return { tone: 'plain', title: words.notKnown, words: words.notKnownWords, say: say.notKnown };
    default:
      return assertNever(verdict);
  }
}
