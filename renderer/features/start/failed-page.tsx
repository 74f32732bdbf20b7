import { Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refusalCodes, type RefusalCode } from '#shared/domain/refusal.ts';
import { api } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { useRefusalText } from '#renderer/ui/failure-text.ts';
import { FrontPage } from '#renderer/ui/front-page.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import type { StartStatus } from './start-status.ts';
import classes from './failed-page.module.css';

function isRefusalCode(code: string): code is RefusalCode {
  return refusalCodes.some((known) => known === code);
}

/** Why the data did not open and what to do. It offers nothing that could delete them. */
export function FailedPage({ start }: { readonly start: StartStatus }) {
  const words = useWords().start;
  const refusalText = useRefusalText();
  const queries = useQueryClient();
  const retry = useMutation(api.start.retry.mutationOptions({ onSettled: () => queries.invalidateQueries({ queryKey: api.start.key() }) }));
  const { code, facts } = start.failure ?? { code: 'unknown', facts: {} };
  return (
    <FrontPage title={words.failed.title} foot={words.version(start.version)}>
      <Stack gap="md">
        <Note tone="red" isAlert>
          {isRefusalCode(code) ? refusalText({ code, facts }) : words.failed.unknown}
        </Note>
        <p className={classes['quiet']}>
          {words.failed.nothingLost} {words.failed.code(code)}
        </p>
        <ButtonRow>
          <ActionButton label={words.failed.retry} keys="Enter" tone="main" onAct={() => retry.mutate({})} />
        </ButtonRow>
      </Stack>
    </FrontPage>
  );
}
