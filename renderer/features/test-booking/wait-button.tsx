import { useNavigate } from '@tanstack/react-router';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import type { StepProps } from '#renderer/features/application/application-frame.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { tell } from '#renderer/ui/tell.ts';
import { useAct } from '#renderer/ui/use-act.ts';

/** Puts the candidate on the wait list of the chosen session and goes to the list; what was typed stays for the day a seat comes. */
export function WaitButton({ desk }: StepProps) {
  const { wait: words } = useWords().testBooking;
  const navigate = useNavigate();
  const { id } = desk.application.line;
  const wait = useAct(client.tests.wait, ({ place }) => {
    tell(words.done(place));
    void navigate({ to: '/tests' });
  });
  const send = async () => {
    await desk.settle();
    wait.mutate({ id });
  };
  return (
    <>
      <ActionButton label={words.action} keys="F8" pending={wait.isPending} onAct={() => void send()} />
      <ActFailure error={wait.error} />
    </>
  );
}
