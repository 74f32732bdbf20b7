import { ResultSlipPaper, CertificatePaper } from '#renderer/features/paper/test-papers.tsx';
import type { Candidate } from './candidate.ts';

interface ResultPaperProps {
  readonly result: Pick<NonNullable<Candidate['result']>, 'number' | 'outcome'>;
  readonly onClose: () => void;
}

/** What the candidate takes along: the certificate of who passed, the slip of who did not. */
export function ResultPaper({ result: { number, outcome }, onClose }: ResultPaperProps) {
  return outcome === 'passed' ? (
    <CertificatePaper number={number} onClose={onClose} />
  ) : (
    <ResultSlipPaper number={number} onClose={onClose} />
  );
}
