import { useForm } from '@mantine/form';
import type { client } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';

/** The settings as they are kept now. */
export type Kept = Awaited<ReturnType<typeof client.settings.get>>;

/** The bounds of the contract. */
const idleBounds = [1, 120] as const;
const ageBounds = [5, 100_000] as const;

function isWithin(value: number, [from, to]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

/** The office's settings as a form; controlled, because the chosen schedule shows its source beside it. */
export function useOfficeForm({ receiptWidth, scheduleId, cashAllowed, idleLockMinutes, factsAgeLimitMinutes }: Kept) {
  const { settings } = useWords();
  return useForm({
    initialValues: { receiptWidth, scheduleId, cashAllowed, idleLockMinutes, factsAgeLimitMinutes },
    validate: {
      idleLockMinutes: (value) => (isWithin(value, idleBounds) ? null : settings.minutesRange(settings.idleLock, ...idleBounds)),
      factsAgeLimitMinutes: (value) => (isWithin(value, ageBounds) ? null : settings.minutesRange(settings.factsAge, ...ageBounds)),
    },
  });
}

export type OfficeForm = ReturnType<typeof useOfficeForm>;
