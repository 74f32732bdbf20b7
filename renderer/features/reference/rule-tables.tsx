import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { dayText } from '#renderer/ui/time-words.ts';
import { FactTable } from './fact-table.tsx';
import type { ReferenceTables } from './reference-page.tsx';

type Rules = ReferenceTables['rules'][number];

/** In the order in which a learner meets them. */
const counts = [
  'minimumAge',
  'provisionalMonths',
  'maturityDays',
  'resitWaitDays',
  'resitWithinMonths',
  'rescheduleFeeCents',
  'cancelRefundCents',
  'certificateMonths',
  'interimMonths',
] as const satisfies readonly (keyof Rules)[];

/** Every set of rules with its first day: ages, waits and ends, then the parts of a test and their marks. */
export function RuleTables({ rules }: { readonly rules: readonly Rules[] }) {
  const words = useWords().reference;
  const { locale } = useLocale();
  return rules.map((set) => {
    const from = words.rulesFrom(dayText(set.effectiveFrom, locale));
    const readIn = (rule: string) => set.sources.find((one) => one.rule === rule);
    return (
      <div key={set.id}>
        <FactTable
          label={from}
          heads={[from, words.value, words.source, words.sure]}
          rows={counts.map((rule) => [words.rules[rule], words.counted[rule](set[rule]), readIn(rule)?.source, readIn(rule)?.confidence])}
        />
        <FactTable
          label={words.stages}
          heads={[words.stages, words.marks, words.source]}
          rows={set.stages.map(({ names, passMarks, fullMarks, source }) => [names[locale], words.passes(passMarks, fullMarks), source])}
        />
      </div>
    );
  });
}
