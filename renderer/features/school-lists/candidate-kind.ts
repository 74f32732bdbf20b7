import { useMemo } from 'react';
import { candidateFields, type CandidateField } from '#shared/domain/school-list/candidate-row.ts';
import type { RowKind } from '#renderer/features/rows/row-kind.ts';
import { useWords } from '#renderer/ui/locale.tsx';

const widthPx: Readonly<Record<CandidateField, number>> = { name: 360, idNumber: 210, provisionalNumber: 280, phone: 210 };

/** A driving school's candidates, as the grid and the file desk have to know them. */
export function useCandidateKind(): RowKind {
  const { schoolLists: words } = useWords();
  return useMemo(() => ({ fields: candidateFields, widthPx, rightAligned: new Set(), words }), [words]);
}
