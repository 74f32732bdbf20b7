import { useState } from 'react';
import { judgeMarks, type StageMarks } from '#shared/domain/test-result.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useLocale, useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { dayText } from '#renderer/ui/time-words.ts';
import { useAct } from '#renderer/ui/use-act.ts';
import { marksText, type Candidate, type Stage } from './candidate.ts';
import { CorrectionFields, isCorrectionWhole, noCorrection } from './correction-fields.tsx';
import { MarksFields } from './marks-fields.tsx';
import { ResultPaper } from './result-paper.tsx';

interface MarksDialogProps {
  readonly candidate: Candidate;
  readonly stages: readonly Stage[];
  /** Another result in place of the one that stands. */
  readonly isCorrection: boolean;
  readonly onClose: () => void;
}

/** The marks of each part, judged as they are typed; then the paper that the candidate takes along. */
export function MarksDialog({ candidate, stages, isCorrection, onClose }: MarksDialogProps) {
  const { testDay: words } = useWords();
  const { locale } = useLocale();
  const { bookingId, name } = candidate;
  const [marks, setMarks] = useState<readonly StageMarks[]>(() => marksSoFar(stages, isCorrection ? candidate : null));
  const [correction, setCorrection] = useState(noCorrection);
  const [isTried, setIsTried] = useState(false);
  const give = useAct(client.testDay.giveResult, ({ outcome, resitFrom }) => {
    const failed = resitFrom === null ? words.failedNow(name) : words.failedDone(name, dayText(resitFrom, locale));
    tell(outcome === 'passed' ? words.passedDone(name) : failed);
  });
  const judged = judgeMarks(stages, marks);
  const send = () => {
    setIsTried(true);
    if (!judged.ok || (isCorrection && !isCorrectionWhole(correction))) return;
    give.mutate({ bookingId, marks: [...judged.value.marks], correction: isCorrection ? correction : null });
  };
  if (give.data) return <ResultPaper result={give.data} onClose={onClose} />;
  return (
    <ModalForm
      isOpen
      title={isCorrection ? words.correctTitle(name) : words.marksTitle(name)}
      submitLabel={words.finish}
      pending={give.isPending}
      size={600}
      onClose={onClose}
      onSubmit={send}
    >
      <p>
        {isCorrection && candidate.result
          ? words.before(words.state[candidate.result.outcome], marksText(candidate.result))
          : words.marksHint}
      </p>
      <MarksFields stages={stages} marks={marks} fault={isTried && !judged.ok ? judged.problem : null} onChange={setMarks} onLast={send} />
      <div role="status">
        {judged.ok ? (
          <Note tone={judged.value.outcome === 'passed' ? 'green' : 'red'}>
            {judged.value.outcome === 'passed'
              ? words.willPass
              : words.willFail(judged.value.failedStages.map((id) => stages.find((one) => one.id === id)?.names[locale] ?? id).join(', '))}
          </Note>
        ) : null}
      </div>
      {isCorrection ? <CorrectionFields typed={correction} isTried={isTried} onChange={setCorrection} /> : null}
      <ActFailure error={give.error} />
    </ModalForm>
  );
}

/** A correction begins with what stands, since mostly one number is wrong. */
function marksSoFar(stages: readonly Stage[], candidate: Candidate | null): readonly StageMarks[] {
  const given = candidate?.result?.marks ?? [];
  return stages.map(({ id }) => ({ stage: id, marks: given.find(({ stage }) => stage === id)?.marks ?? null }));
}
