import { Stack } from '@mantine/core';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { FrontPage } from '#renderer/ui/front-page.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { LookElsewhereCard } from './look-elsewhere-card.tsx';
import type { StartStatus } from './start-status.ts';

interface FromCopiesPageProps {
  readonly start: StartStatus;
  readonly onBack: () => void;
}

/** A new PC takes over an office whose copies came on a disk. */
export function FromCopiesPage({ start, onBack }: FromCopiesPageProps) {
  const words = useWords();
  const { fromCopies } = words.start.recovery;
  return (
    <FrontPage title={fromCopies.title} words={fromCopies.words} foot={words.start.version(start.version)}>
      <Stack gap="md">
        <LookElsewhereCard folders={[]} isFirst />
        <ButtonRow>
          <ActionButton label={words.frame.back} keys="Escape" onAct={onBack} />
        </ButtonRow>
      </Stack>
    </FrontPage>
  );
}
