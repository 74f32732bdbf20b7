import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import type { Carrier } from './carrier.ts';
import { ConnectionLost } from './connection-lost.ts';
import { openStore, type Store } from './store.ts';

export type ConnectionState = 'connecting' | 'open' | 'lost';

/** A link that opens a new line whenever the last one broke. */
export interface LastingLink extends ClientLink<ClientContext> {
  readonly state: Store<ConnectionState>;
  /** Told when a line is there again after one was lost: whatever was watched must be watched anew. */
  readonly onReconnect: (listener: () => void) => () => void;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/** A line and whether it has broken: one mark for all its calls, because it may live for weeks. */
interface Line {
  readonly link: ClientLink<ClientContext>;
  isLost: boolean;
}

/** Calls wait for an attempt that is under way; between attempts, and when their line breaks, they reject with `ConnectionLost`. */
export function openLastingLink(openCarrier: () => Promise<Carrier>): LastingLink {
  const state = openStore<ConnectionState>('connecting');
  const reconnectListeners = new Set<() => void>();
  let attempt: Promise<Line> | undefined;
  let waitMs = FIRST_WAIT_MS;
  let wasOpen = false;

  const connect = () => {
    attempt = openCarrier().then(hold);
    attempt.catch(retryLater);
  };
  const hold = ({ link, lost }: Carrier): Line => {
    const line: Line = { link, isLost: false };
    void lost.then(() => {
      line.isLost = true;
      retryLater();
    });
    waitMs = FIRST_WAIT_MS;
    state.set('open');
    if (wasOpen) for (const listener of reconnectListeners) listener();
    wasOpen = true;
    return line;
  };
  const retryLater = () => {
    attempt = undefined;
    state.set('lost');
    setTimeout(connect, waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  };
  connect();

  return {
    state,
    onReconnect: (listener) => {
      reconnectListeners.add(listener);
      return () => void reconnectListeners.delete(listener);
    },
    call: async (path, input, options) => {
      const line = await attempt?.catch(() => undefined);
      if (line === undefined) throw new ConnectionLost();
      return callOver(line, { path, input, options });
    },
  };
}

interface OneCall {
  readonly path: readonly string[];
  readonly input: unknown;
  readonly options: ClientOptions<ClientContext>;
}

async function callOver(line: Line, { path, input, options }: OneCall): Promise<unknown> {
  /** A broken line rejects its calls as it breaks, so the reason is looked up one turn later. */
  const explain = async (error: unknown): Promise<never> => {
    await Promise.resolve();
    throw line.isLost && options.signal?.aborted !== true ? new ConnectionLost() : error;
  };
  const output = await line.link.call(path, input, options).catch(explain);
  return isStream(output) ? explained(output, explain) : output;
}

function isStream(output: unknown): output is AsyncIteratorObject<unknown, unknown, void> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output;
}

/** The same stream with its failures explained; leaving it still closes it at the host. */
function explained(stream: AsyncIteratorObject<unknown, unknown, void>, explain: (error: unknown) => Promise<never>) {
  const guarded = {
    next: () => stream.next().catch(explain),
    return: (value?: unknown) => stream.return?.(value) ?? Promise.resolve({ done: true as const, value }),
    [Symbol.asyncIterator]: () => guarded,
  };
  return guarded;
}
