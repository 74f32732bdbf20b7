import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { useHasRole } from '#renderer/ui/user.ts';
import { FactButtons, Facts } from './facts.tsx';
import classes from './system-page.module.css';

type Report = Awaited<ReturnType<typeof client.system.drill>>;

const usualCuts = 20;
const mostCuts = 200;

/** An admin cuts the power on purpose, on a file of its own, and reads in words what this PC kept. */
export function DrillSection() {
  const words = useWords().system.drill;
  const mayRun = useHasRole('admin');
  const [cuts, setCuts] = useState(usualCuts);
  const drill = useAct(client.system.drill);
  return (
    <Facts title={words.title} words={words.words} lines={[]}>
      {mayRun ? (
        <FactButtons isAside>
          <NumberInput
            aria-label={words.cuts}
            size="sm"
            w={90}
            min={1}
            max={mostCuts}
            clampBehavior="strict"
            allowDecimal={false}
            value={cuts}
            disabled={drill.isPending}
            onChange={(typed) => setCuts(Number(typed) || 1)}
          />
          <ActionButton label={words.start} keys="d" pending={drill.isPending} onAct={() => drill.mutate({ cuts })} />
        </FactButtons>
      ) : (
        <p className={classes['quiet']}>{words.adminOnly}</p>
      )}
      <div className={classes['result']}>
        {drill.isPending ? <Note tone="blue">{words.running(cuts)}</Note> : null}
        {drill.isPending || drill.data === undefined ? null : <DrillResult report={drill.data} />}
        <FailureNote error={drill.error} />
      </div>
    </Facts>
  );
}

function DrillResult({ report }: { readonly report: Report }) {
  const words = useWords().system.drill;
  const { cuts, acknowledged, lost, broken, gaps, inMidAct, tookMs } = report;
  if (lost + broken + gaps > 0) {
    return (
      <Note tone="red" title={words.bad(cuts)} isAlert>
        {words.badDetail(lost, broken, gaps)}
      </Note>
    );
  }
  return (
    <Note tone="green" title={words.good(cuts, acknowledged)} isAlert>
      {words.goodDetail(inMidAct, Math.round(tookMs / 1000))}
    </Note>
  );
}
