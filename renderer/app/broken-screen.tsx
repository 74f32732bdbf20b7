import { useNavigate, type ErrorComponentProps } from '@tanstack/react-router';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Page } from '#renderer/ui/page.tsx';

/** A screen that threw stops alone: the frame, the queue and everything saved go on. */
export function BrokenScreen({ reset }: ErrorComponentProps) {
  const words = useWords().frame;
  const navigate = useNavigate();
  const leave = () => {
    reset();
    void navigate({ to: '/work' });
  };
  return (
    <Page title={words.bugTitle}>
      <EmptyState
        title={words.bugTitle}
        words={words.brokenScreen}
        action={<ActionButton label={words.backToWork} keys="Enter" tone="main" onAct={leave} />}
      />
    </Page>
  );
}
