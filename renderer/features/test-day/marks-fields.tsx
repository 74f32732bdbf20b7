import { TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { Problem } from '#shared/base/decision.ts';
import type { MarksFault, StageMarks } from '#shared/domain/test-result.ts';
import type { Words } from '#shared/text/text.ts';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import type { Stage } from './candidate.ts';
import classes from './test-day.module.css';

interface MarksFieldsProps {
  readonly stages: readonly Stage[];
  readonly marks: readonly StageMarks[];
  /** Why these marks are no result yet; null until somebody tried. */
  readonly fault: Problem<MarksFault> | null;
  readonly onChange: (marks: readonly StageMarks[]) => void;
  /** Enter in the last field. */
  readonly onLast: () => void;
}

/** One number a part, in the order of the test; Enter goes to the next. */
export function MarksFields({ stages, marks, fault, onChange, onLast }: MarksFieldsProps) {
  const { testDay: words } = useWords();
  const { locale } = useLocale();
  const fields = useRef<HTMLDivElement>(null);
  const goOn = (from: number) => {
    const next = fields.current?.querySelectorAll('input')[from + 1];
    if (next) next.focus();
    else onLast();
  };
  return (
    <div ref={fields} className={classes['stages']}>
      {stages.map(({ id, names, fullMarks, passMarks }, at) => (
        <TextInput
          key={id}
          label={names[locale]}
          description={words.outOf(fullMarks, passMarks)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={marks[at]?.marks ?? ''}
          error={fault?.facts['stage'] === id ? faultText(fault, words) : undefined}
          {...(at === 0 ? { 'data-autofocus': true } : {})}
          onChange={(event) => onChange(withMarks(marks, at, event.currentTarget.value))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey) return;
            event.preventDefault();
            goOn(at);
          }}
        />
      ))}
    </div>
  );
}

/** Figures only; an empty field is a part that was not taken. */
function withMarks(marks: readonly StageMarks[], at: number, text: string): readonly StageMarks[] {
  const figures = text.replaceAll(/\D/gu, '');
  return marks.map((one, index) => (index === at ? { ...one, marks: figures === '' ? null : Number(figures) } : one));
}

function faultText({ code, facts }: Problem<MarksFault>, words: Words['testDay']): string {
  switch (code) {
    case 'test.marks-range':
      return words.range(Number(facts['full']));
    case 'test.marks-after-gap':
      return words.afterGap;
    case 'test.marks-missing':
    case 'test.stage-unknown':
      return words.missing;
  }
}
