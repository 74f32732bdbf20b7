import type { ReactNode } from 'react';
import type { Words } from '#shared/text/text.ts';
import { bytesText } from '#renderer/ui/bytes-text.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { SummaryPanel, type SummaryLine } from '#renderer/ui/summary-panel.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { fullText } from '#renderer/ui/time-words.ts';
import { useProblemText, useThingText } from '#renderer/features/application/problem-text.ts';
import { itemsOf, needsPerson, placeOf, type QueueItem, type QueueLine } from './queue-lines.ts';
import { stateTones } from './state-tones.ts';
import { useWaitReason } from './wait-reason.ts';
import classes from './queue-page.module.css';

interface QueueDetailProps {
  readonly line: QueueLine;
  /** What may be done with it. */
  readonly children: ReactNode;
}

/** Everything about the line the keys stand on, in plain words, and what a person can do. */
export function QueueDetail({ line, children }: QueueDetailProps) {
  const { queue, records, frame } = useWords();
  const { locale } = useLocale();
  const reasonOf = useWaitReason();
  const words = queue.detail;
  const { lead } = line;
  const items = itemsOf(line);
  const bytesSent = sum(items, 'bytesSent');
  const state: readonly SummaryLine[] = [
    { label: queue.state, value: <Tag tone={stateTones[lead.state]}>{queue.states[lead.state]}</Tag> },
    { label: words.what, value: line.kind === 'case' ? <Acts items={items} /> : (records.kinds[lead.kind] ?? lead.kind) },
    { label: words.why, value: reasonOf(lead.reason) },
    ...(lead.problems.length === 0 ? [] : [{ label: words.field, value: <WrongFields item={lead} why={reasonOf(lead.reason)} /> }]),
    { label: words.todo, value: todoOf(lead, queue) },
  ];
  const facts: readonly SummaryLine[] = [
    { label: words.who, value: lead.clerk },
    { label: words.when, value: fullText(lead.at, locale) },
    { label: words.lastTried, value: lead.lastTriedAt === null ? queue.noReason : fullText(lead.lastTriedAt, locale) },
    { label: words.size, value: bytesText(sum(items, 'bytes'), frame) },
    { label: words.sent, value: bytesSent === 0 ? queue.notSentYet : bytesText(bytesSent, frame) },
  ];
  return (
    <div className={classes['detail']}>
      <SummaryPanel label={line.kind === 'case' ? words.caseTitle : words.title} lines={state} />
      {children}
      <SummaryPanel label={words.more} lines={facts} />
    </div>
  );
}

function sum(items: readonly QueueItem[], field: 'bytes' | 'bytesSent'): number {
  return items.reduce((all, item) => all + item[field], 0);
}

function Acts({ items }: { readonly items: readonly QueueItem[] }) {
  const { queue, records } = useWords();
  return (
    <>
      {queue.acts(items.length)}
      <span className={classes['kinds']}>{[...new Set(items.map(({ kind }) => records.kinds[kind] ?? kind))].join(' · ')}</span>
    </>
  );
}

interface WrongFieldsProps {
  readonly item: QueueItem;
  /** What was said already. */
  readonly why: string;
}

/** The fields that the hub has named, each with what is wrong there where that was not said yet. */
function WrongFields({ item, why }: WrongFieldsProps) {
  const sentence = useProblemText();
  const thing = useThingText();
  return item.problems.map((problem) => (
    <p key={`${problem.field} ${problem.code}`} className={classes['wrong']}>
      <strong>{thing(problem)}</strong> {sentence(problem) === why ? null : sentence(problem)}
    </p>
  ));
}

/** What is to be done stands with the place where it is done; what is set aside waits for a supervisor wherever that is. */
function todoOf(lead: QueueItem, { todo, todoAt }: Words['queue']): string {
  const place = placeOf(lead);
  if (place === null || place === 'case' || !needsPerson(lead) || (lead.state === 'set-aside' && place !== 'test-day'))
    return todo[lead.state];
  return todoAt[place];
}
