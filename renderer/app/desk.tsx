import { useIdle } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { client } from '#renderer/connection/connection.ts';
import { LockOverlay } from '#renderer/features/sign-in/lock-overlay.tsx';
import { useTakeSeat } from '#renderer/features/sign-in/take-seat.ts';
import { UserContext, type SignedIn } from '#renderer/ui/user.ts';

interface DeskProps {
  readonly user: SignedIn;
  readonly isLocked: boolean;
  readonly idleLockMinutes: number;
  readonly children: ReactNode;
}

/** Whoever sits here, and the lock that falls when nobody touches a key; the page below stays as it was. */
export function Desk({ user, isLocked, idleLockMinutes, children }: DeskProps) {
  const isIdle = useIdle(idleLockMinutes * 60_000, { initialState: false });
  const takeSeat = useTakeSeat();
  const lock = useMutation({ mutationFn: () => client.people.lock({}), onSuccess: takeSeat });
  const lockUnlessLocked = useEffectEvent(() => {
    if (!isLocked) lock.mutate();
  });
  useEffect(() => {
    if (isIdle) lockUnlessLocked();
  }, [isIdle]);
  return (
    <UserContext value={user}>
      <div inert={isLocked} style={{ height: '100%' }}>
        {children}
      </div>
      {isLocked ? <LockOverlay name={user.name} /> : null}
    </UserContext>
  );
}
