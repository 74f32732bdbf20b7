import { Button, Menu, VisuallyHidden } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { ChangePasswordDialog } from '#renderer/features/sign-in/change-password-dialog.tsx';
import { OwnActivityDialog } from '#renderer/features/sign-in/own-activity-dialog.tsx';
import { useTakeSeat } from '#renderer/features/sign-in/take-seat.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { useUser } from '#renderer/ui/user.ts';
import { frameKeys } from './places.ts';

type OpenDialog = 'password' | 'activity' | null;

/** `AW` of `Achieng Wanjiru`. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}

/** Who sits here, and what they may do about themselves. */
export function UserMenu() {
  const { top } = useWords().frame;
  const { name } = useUser();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const takeSeat = useTakeSeat();
  const lock = useMutation({ mutationFn: () => client.people.lock({}), onSuccess: takeSeat });
  const signOut = useAct(client.people.signOut, takeSeat);
  const doLock = () => lock.mutate();
  const doSignOut = () => signOut.mutate({});
  useKeys([
    { keys: frameKeys.lock, label: top.lock, run: doLock },
    { keys: frameKeys.signOut, label: top.signOut, run: doSignOut },
  ]);
  return (
    <>
      <Menu position="bottom-end" width={260} withinPortal={false} withInitialFocusPlaceholder={false} returnFocus>
        <Menu.Target>
          <Button variant="subtle" color="gray" size="sm" rightSection={<IconChevronDown size={14} aria-hidden />}>
            <span aria-hidden>{initialsOf(name)}</span>
            <VisuallyHidden>{top.account(name)}</VisuallyHidden>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{name}</Menu.Label>
          <Menu.Item rightSection={<KeyHint keys={frameKeys.lock} />} onClick={doLock}>
            {top.lock}
          </Menu.Item>
          <Menu.Item onClick={() => setDialog('activity')}>{top.ownActivity}</Menu.Item>
          <Menu.Item onClick={() => setDialog('password')}>{top.changePassword}</Menu.Item>
          <Menu.Divider />
          <Menu.Item rightSection={<KeyHint keys={frameKeys.signOut} />} onClick={doSignOut}>
            {top.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'password' ? <ChangePasswordDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'activity' ? <OwnActivityDialog onClose={() => setDialog(null)} /> : null}
    </>
  );
}
