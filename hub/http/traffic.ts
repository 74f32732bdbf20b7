import type { Server, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { HubRefusal } from '../refusal.ts';
import { limits } from './limits.ts';

/** What is under way at this process, so that a stop loses none of it. */
export interface Traffic {
  /** Counts a request until its answer is out; throws once the hub is stopping. */
  enter(response: ServerResponse): void;
  /** Answers what is under way, turns away what comes meanwhile, then lets go of the port. */
  stop(server: Server): Promise<void>;
}

export function openTraffic(): Traffic {
  const underWay = new Set<ServerResponse>();
  let isStopping = false;
  return {
    enter: (response) => {
      if (isStopping) {
        response.setHeader('connection', 'close');
        throw new HubRefusal(503, 'hub.busy', { retryAfterSeconds: 5 });
      }
      underWay.add(response);
      response.once('close', () => underWay.delete(response));
    },
    stop: async (server) => {
      isStopping = true;
      // No connection is used again: the next request goes to another process, or to this one once it is back.
      for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close');
      const late = new AbortController();
      const answered = Promise.all([...underWay].map((response) => once(response, 'close', { signal: late.signal }))).catch(
        () => undefined,
      );
      await Promise.race([answered, wait(limits.closeTimeoutMs, undefined, { signal: late.signal }).catch(() => undefined)]);
      late.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
