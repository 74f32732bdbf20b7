import { useRef, useState } from 'react';
import { act } from '#renderer/connection/act.ts';
import { client } from '#renderer/connection/connection.ts';
import { useLocale } from '#renderer/ui/locale.tsx';

export type RunStage =
  | { readonly at: 'asking' }
  | { readonly at: 'working'; readonly done: number; readonly sinceMs: number }
  /** `isQueued` is false where no printer is set for logbooks. `error` is what stopped it, such as the end of the sheets. */
  | { readonly at: 'ended'; readonly done: number; readonly isWhole: boolean; readonly isQueued: boolean; readonly error: unknown };

/** Issues the first copy of one logbook after the other, each an act of its own on the next sheet, so that it can end at any of them. */
export function useLogbookRun(ids: readonly string[]) {
  const { locale } = useLocale();
  const [stage, setStage] = useState<RunStage>({ at: 'asking' });
  const isStopped = useRef(false);
  const run = async () => {
    const sinceMs = Date.now();
    let done = 0;
    let isQueued = true;
    try {
      for (const id of ids) {
        if (isStopped.current) break;
        setStage({ at: 'working', done, sinceMs });
        const issued = await act(client.logbooks.issueCopy, { id, sheetSerial: null, further: null, locale });
        isQueued &&= issued.isQueued;
        done += 1;
      }
      setStage({ at: 'ended', done, isWhole: done === ids.length, isQueued, error: null });
    } catch (error) {
      setStage({ at: 'ended', done, isWhole: false, isQueued, error });
    }
  };
  return { stage, run: () => void run(), stop: () => (isStopped.current = true) };
}
