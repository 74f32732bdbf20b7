import { useMemo } from 'react';
import { batchFields, type BatchField } from '#shared/domain/batch/batch-row.ts';
import type { RowKind } from '#renderer/features/rows/row-kind.ts';
import { useWords } from '#renderer/ui/locale.tsx';

const widthPx: Readonly<Record<BatchField, number>> = {
  chassis: 178,
  engineNumber: 140,
  make: 90,
  model: 110,
  ratingCc: 56,
  year: 60,
  colour: 80,
  customsEntry: 158,
  invoice: 120,
  ownerName: 190,
  ownerIdNumber: 110,
  ownerKraPin: 130,
  ownerPhone: 130,
  ownership: 110,
  financier: 150,
  collectionPoint: 150,
};

const rightAligned: ReadonlySet<string> = new Set<BatchField>(['ratingCc', 'year']);

/** A dealer's motorcycles, as the grid and the file desk have to know them. */
export function useBatchKind(): RowKind {
  const { batches: words } = useWords();
  return useMemo(() => ({ fields: batchFields, widthPx, rightAligned, words }), [words]);
}
