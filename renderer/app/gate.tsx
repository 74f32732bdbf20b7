import { useQuery } from '@tanstack/react-query';
import { assertNever } from '#shared/base/assert-never.ts';
import { api } from '#renderer/connection/connection.ts';
import { ChangePasswordPage } from '#renderer/features/sign-in/change-password-page.tsx';
import { SignInPage } from '#renderer/features/sign-in/sign-in-page.tsx';
import { CreateAdminPage } from '#renderer/features/start/create-admin-page.tsx';
import { FailedPage } from '#renderer/features/start/failed-page.tsx';
import { FirstStartPage } from '#renderer/features/start/first-start-page.tsx';
import { LeftPage } from '#renderer/features/start/left-page.tsx';
import { OpeningPage } from '#renderer/features/start/opening-page.tsx';
import { RecoveryPage } from '#renderer/features/start/recovery-page.tsx';
import { UnlockPage } from '#renderer/features/start/unlock-page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Desk } from './desk.tsx';
import { Office } from './office.tsx';

const openingPollMs = 500;

/** What stands between a newcomer and the office: start phases, then whoever sits here. */
export function Gate() {
  const status = useQuery({
    ...api.start.status.queryOptions({ input: {} }),
    refetchInterval: ({ state }) => (state.data?.phase === 'opening' ? openingPollMs : false),
  });
  return (
    <QueryView query={status}>
      {(start) => {
        switch (start.phase) {
          case 'first-start':
            return <FirstStartPage start={start} />;
          case 'locked':
            return <UnlockPage start={start} />;
          case 'opening':
            return <OpeningPage start={start} />;
          case 'failed':
            return <FailedPage start={start} />;
          case 'create-admin':
            return <CreateAdminPage start={start} />;
          case 'recovery':
            return start.recovery === null ? <FailedPage start={start} /> : <RecoveryPage start={start} recovery={start.recovery} />;
          case 'left':
            return start.left === null ? <FailedPage start={start} /> : <LeftPage start={start} left={start.left} />;
          case 'ready':
            return <SeatGate />;
          default:
            return assertNever(start.phase);
        }
      }}
    </QueryView>
  );
}

function SeatGate() {
  const seat = useQuery(api.people.seat.queryOptions({ input: {} }));
  return (
    <QueryView query={seat}>
      {({ user, locked, idleLockMinutes }) => {
        if (user === null) return <SignInPage />;
        if (user.mustChangePassword) return <ChangePasswordPage name={user.name} />;
        return (
          <Desk user={user} isLocked={locked} idleLockMinutes={idleLockMinutes}>
            <Office key={user.id} userId={user.id} />
          </Desk>
        );
      }}
    </QueryView>
  );
}
