import type { ReactNode } from 'react';
import type { FieldProblem } from '#shared/domain/refusal.ts';
import { rulesOf } from '#shared/domain/services/services.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { MoneyText } from '#renderer/ui/money-text.tsx';
import { SummaryPanel } from '#renderer/ui/summary-panel.tsx';
import type { Desk } from './desk.ts';
import { isMissing, useThingText } from './problem-text.ts';
import { stops, useSayLine } from './say-line.ts';
import { isNobody } from './who.ts';
import classes from './application-summary.module.css';

interface ApplicationSummaryProps {
  readonly desk: Desk;
  readonly step: string;
  readonly what: ReactNode;
  readonly onJump: (problem: FieldProblem) => void;
}

/** Stands still through all steps: whose case this is, what it costs, what is missing, and what to say. */
export function ApplicationSummary({ desk, step, what, onJump }: ApplicationSummaryProps) {
  const words = useWords().application.summary;
  const say = useSayLine(desk, step);
  const who = rulesOf(desk.application.line.service).who(desk.body);
  return (
    <SummaryPanel
      label={words.title}
      say={say}
      lines={[
        {
          label: words.who,
          value: isNobody(who) ? <span className={classes['quiet']}>{words.nobody}</span> : <span className={classes['who']}>{who}</span>,
        },
        { label: words.what, value: what ?? <span className={classes['quiet']}>{words.noVehicle}</span> },
        { label: words.fee, value: <FeeLines desk={desk} /> },
        { label: words.missing, value: <MissingList problems={withRefused(desk)} onJump={onJump} /> },
      ]}
    />
  );
}

function FeeLines({ desk }: { readonly desk: Desk }) {
  const { application, money, services } = useWords();
  const { fee } = desk.application;
  // A vehicle that may not be sold has no price, whatever the table says.
  if (desk.application.payment === null && desk.problems.some(({ code }) => stops(code)))
    return <span className={classes['quiet']}>{services[desk.body.service].subject.feeStopped}</span>;
  if (fee.kind === 'not-yet') return <span className={classes['quiet']}>{application.summary.feeNotYet}</span>;
  if (fee.kind === 'no-row') return <span className={classes['stop']}>{money.noRowTitle}</span>;
  return (
    <table className={classes['fee']}>
      <tbody>
        {fee.lines.map((line) => (
          <tr key={line.code}>
            <td>{money.feeLine[line.code as keyof typeof money.feeLine] ?? line.code}</td>
            <td>
              <MoneyText amountCents={line.amountCents} isBare />
            </td>
          </tr>
        ))}
        <tr>
          <td>{application.summary.total}</td>
          <td>
            <MoneyText amountCents={fee.totalCents} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** What the hub refused is wrong, though no rule here says so. */
function withRefused({ problems, refused }: Desk): readonly FieldProblem[] {
  if (refused === null || refused.field === '' || problems.some(({ field }) => field === refused.field)) return problems;
  return [refused, ...problems];
}

const shownAtMost = 7;

interface MissingListProps {
  readonly problems: readonly FieldProblem[];
  readonly onJump: (problem: FieldProblem) => void;
}

/** Everything that stops the application, in counter order; each line jumps to its field. */
function MissingList({ problems, onJump }: MissingListProps) {
  const { application, problems: problemWords } = useWords();
  const words = application.summary;
  const thing = useThingText();
  if (problems.length === 0) return <span className={classes['done']}>{words.missingNothing}</span>;
  const rest = problems.length - shownAtMost;
  return (
    <ul className={classes['missing']}>
      {problems.slice(0, shownAtMost).map((problem) => {
        const isWrong = !isMissing(problem);
        const name = isWrong && problemWords.stop[problem.code] === undefined ? words.toMend(thing(problem)) : thing(problem);
        return (
          <li key={`${problem.field} ${problem.code}`}>
            <button
              type="button"
              className={classes['jump']}
              data-wrong={isWrong || undefined}
              aria-label={words.jumpTo(name)}
              onClick={() => onJump(problem)}
            >
              {name}
            </button>
          </li>
        );
      })}
      {rest > 0 ? <li className={classes['quiet']}>{words.more(rest)}</li> : null}
    </ul>
  );
}
