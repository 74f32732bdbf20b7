import type { AnyRouter } from '@orpc/server';
import { openChanges } from './changes.ts';
import type { Host } from './host.ts';
import { newId } from './new-id.ts';
import { openSeat, type Seat } from './people/seat.ts';
import { openRouter } from './router.ts';
import { openStarter } from './start/starter.ts';

export type { Seat } from './people/seat.ts';

/** The program without a host. */
export interface Core {
  /** Answers `wireContract`; the context is the seat the call comes from. */
  readonly router: AnyRouter;
  openSeat(): Seat;
  close(): Promise<void>;
}

/** The only place where the program is built; what needs an open office is built by `openOffice` once there is one. */
export async function startCore(host: Host): Promise<Core> {
  const changes = openChanges();
  const starter = await openStarter({ host, changes, newId });
  return {
    router: openRouter({ office: starter.office, beforeOpen: starter.answer, log: host.log }),
    openSeat,
    close: async () => {
      changes.close();
      await starter.close();
    },
  };
}
