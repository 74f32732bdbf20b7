import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { client } from '#renderer/connection/connection.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import classes from './records-page.module.css';

type Verified = Awaited<ReturnType<typeof client.records.verify>>;

/** Asked only when somebody presses the button: it reads every row. */
export function useVerify() {
  return useMutation({ mutationFn: () => client.records.verify({}) });
}

/** Whole, or which row is not as it was written. */
export function VerifyResult({ verify }: { readonly verify: UseMutationResult<Verified, unknown, void> }) {
  const { records } = useWords();
  if (verify.isPending)
    return (
      <Result>
        <Note tone="blue">{records.verifying}</Note>
      </Result>
    );
  if (verify.isError)
    return (
      <Result>
        <FailureNote error={verify.error} />
      </Result>
    );
  if (verify.data === undefined) return null;
  const { faults, entries } = verify.data;
  if (faults.length === 0)
    return (
      <Result>
        <Note tone="green" isAlert>
          {records.verified(entries)}
        </Note>
      </Result>
    );
  return (
    <Result>
      <Note tone="red" title={records.faulty(faults.length)} isAlert>
        <ul>
          {faults.map(({ seq, fault }) => (
            <li key={`${seq} ${fault}`}>{records.faults[fault](seq)}</li>
          ))}
        </ul>
        {records.faultHelp}
      </Note>
    </Result>
  );
}

function Result({ children }: { readonly children: React.ReactNode }) {
  return <div className={classes['result']}>{children}</div>;
}
