import { Fragment, useEffect, useRef } from 'react';
import type { client } from '#renderer/connection/connection.ts';
import { EndedTag } from '#renderer/ui/ended-tag.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { StateBadge } from '#renderer/ui/state-badge.tsx';
import classes from './find-box.module.css';

/** One line of what was found. */
export type Found = Awaited<ReturnType<typeof client.search.find>>[number];

const kinds = ['application', 'vehicle', 'driver', 'person', 'receipt'] as const;

/** By kind, in the order of the headings, so that arrows go through the list as it is seen. */
export function grouped(found: readonly Found[]): readonly Found[] {
  return kinds.flatMap((kind) => found.filter((line) => line.kind === kind));
}

export function optionId(index: number): string {
  return `found-${index}`;
}

interface FoundListProps {
  readonly id: string;
  readonly lines: readonly Found[];
  readonly marked: number;
  readonly text: string;
  readonly hasFailed: boolean;
  readonly onChoose: (line: Found) => void;
}

/** What was found, under headings, or what to do when nothing was. */
export function FoundList({ id, lines, marked, text, hasFailed, onChoose }: FoundListProps) {
  const { search } = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <div ref={list} className={classes['list']}>
      <div role="status" className={lines.length === 0 ? classes['nothing'] : classes['spoken']}>
        {lines.length > 0 ? search.count(lines.length) : hasFailed ? search.failed : `${search.nothing(text)} ${search.nothingHelp}`}
      </div>
      <div id={id} role="listbox" aria-label={search.results}>
        {lines.map((line, index) => (
          <Fragment key={`${line.kind} ${line.id}`}>
            {line.kind === lines[index - 1]?.kind ? null : (
              <div className={classes['kind']} role="presentation">
                {search.kinds[line.kind]}
              </div>
            )}
            <FoundLine line={line} id={optionId(index)} isMarked={index === marked} onChoose={onChoose} />
          </Fragment>
        ))}
      </div>
    </div>
  );
}

interface FoundLineProps {
  readonly line: Found;
  readonly id: string;
  readonly isMarked: boolean;
  readonly onChoose: (line: Found) => void;
}

/** The mouse must not take the focus from the box, or the list closes before the click lands. */
function FoundLine({ line, id, isMarked, onChoose }: FoundLineProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isMarked}
      className={classes['line']}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(line)}
    >
      {line.plate === '' ? null : <PlateChip plate={line.plate} />}
      <span className={classes['title']}>{line.title}</span>
      <span className={classes['detail']}>{line.detail}</span>
      {line.endedBy ? <EndedTag endedBy={line.endedBy} /> : line.state === null ? null : <StateBadge state={line.state} />}
    </div>
  );
}
