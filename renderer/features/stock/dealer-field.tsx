import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';

/** The dealers for whom the asker may act; a dealer's clerk has only their own. */
export function useOwnDealers() {
  const found = useQuery({ ...api.batches.dealers.queryOptions({ input: {} }), staleTime: 0 }).data;
  return found?.dealers.filter(({ id }) => found.own === null || id === found.own);
}

interface DealerFieldProps {
  readonly dealers: ReturnType<typeof useOwnDealers>;
  readonly dealerId: string;
  readonly onChange: (dealerId: string) => void;
}

/** Whose stock it is; where there is only one there is nothing to choose. */
export function DealerField({ dealers, dealerId, onChange }: DealerFieldProps) {
  const { stock, batches } = useWords();
  if (dealers?.length === 0) return <Note tone="amber">{batches.open.none}</Note>;
  return (
    <NativeSelect
      label={stock.takeIn.dealer}
      value={dealerId}
      data={(dealers ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
