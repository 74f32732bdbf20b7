import { AbsentDialog } from './absent-dialog.tsx';
import type { Candidate, Stage, TestAct } from './candidate.ts';
import { MarksDialog } from './marks-dialog.tsx';
import { ResultPaper } from './result-paper.tsx';

interface CandidateDialogProps {
  readonly act: TestAct;
  readonly candidate: Candidate;
  readonly stages: readonly Stage[];
  readonly onClose: () => void;
}

/** What was begun with a candidate. */
export function CandidateDialog({ act, candidate, stages, onClose }: CandidateDialogProps) {
  switch (act) {
    case 'marks':
    case 'correct':
      return <MarksDialog candidate={candidate} stages={stages} isCorrection={act === 'correct'} onClose={onClose} />;
    case 'absent':
      return <AbsentDialog candidate={candidate} onClose={onClose} />;
    case 'paper':
      return candidate.result === null ? null : <ResultPaper result={candidate.result} onClose={onClose} />;
  }
}
