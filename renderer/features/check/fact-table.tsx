import { toDay } from '#shared/base/instant.ts';
import { formatKes } from '#shared/base/money.ts';
import type { CheckedFact, Verdict } from '#shared/contract/check.ts';
import type { Standing } from '#shared/domain/application.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { Tag, type TagTone } from '#renderer/ui/tag.tsx';
import { dayText, fullText } from '#renderer/ui/time-words.ts';
import classes from './check-page.module.css';

type SealedPaper = Extract<Verdict, { verdict: 'valid' | 'revoked' }>;

const tones: Readonly<Record<CheckedFact['is'], TagTone>> = { same: 'green', newer: 'blue', differs: 'red', 'not-known': 'grey' };

/** What the code says and what this PC has of the same number, side by side. */
export function FactTable({ paper }: { readonly paper: SealedPaper }) {
  const words = useWords().check;
  const { locale } = useLocale();
  const textOf = useFactText();
  return (
    <>
      <p className={classes['paper']}>
        <strong>{words.kind[paper.kind]}</strong>
        <span>{words.madeBy(paper.office.name, paper.deviceNo)}</span>
        <span>{words.madeAt(fullText(paper.at, locale))}</span>
      </p>
      <table className={classes['facts']} aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.factColumn}</th>
            <th scope="col">{words.onPaper}</th>
            <th scope="col">{words.here}</th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {paper.facts.map((fact) => (
            <tr key={fact.name}>
              <th scope="row">{words.fact[fact.name]}</th>
              <td className={classes['said']}>{textOf(fact.name, fact.onPaper)}</td>
              <td>{textOf(fact.name, fact.here)}</td>
              <td>
                <Tag tone={tones[fact.is]}>{words.is[fact.is]}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {paper.isKnownHere ? null : <p className={classes['quiet']}>{words.notHere}</p>}
    </>
  );
}

function useFactText(): (name: CheckedFact['name'], value: string | number | null) => string {
  const { states } = useWords();
  const { locale } = useLocale();
  return (name, value) => {
    if (value === null) return '–';
    if (name === 'amountCents') return formatKes(Number(value));
    if (name === 'day') return dayText(toDay(String(value)), locale);
    if (name === 'standing') return states.standing[value as Standing];
    return name === 'plate' ? displayPlate(String(value)) : String(value);
  };
}
