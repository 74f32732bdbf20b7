import { RPCHandler } from '@orpc/server/websocket';
import type { LogLine } from '../host.ts';
import type { Core, Seat } from '../start-core.ts';
import { logFault } from './log-file.ts';

/** One line of calls between a page and the core, whatever carries it: a WebSocket or a MessagePort. */
export interface CallLine {
  /** Takes a message as it came; one that is not of the protocol is logged and dropped, the line stays open. */
  receive(message: unknown): void;
  /** Ends every stream and tells running calls that nobody waits for them. */
  close(): void;
}

export type OpenCallLine = (seat: Seat, send: (message: string | ArrayBuffer | Uint8Array<ArrayBuffer>) => void) => CallLine;

type Wire = Parameters<RPCHandler<{ seat: Seat }>['message']>[0];

/** Answers the contract over lines. Both hosts use it, so that they cannot differ in what they let a page do. */
export function openCallServer(router: Core['router'], log: (line: LogLine) => void): OpenCallLine {
  const handler = new RPCHandler<{ seat: Seat }>(router);
  return (seat, send) => {
    // Messages are pushed in by receive, so nothing is ever listened to.
    const wire: Wire = { send: (message) => send(message as string | ArrayBuffer), addEventListener: () => undefined };
    return {
      receive: (message) => {
        if (!isCarried(message)) return log({ level: 'warning', event: 'line.foreign-message', facts: { type: typeof message } });
        handler.message(wire, message, { context: { seat } }).catch((fault: unknown) => void logFault(log, 'line.bad-message', fault));
      },
      close: () => handler.close(wire),
    };
  };
}

function isCarried(message: unknown): message is string | ArrayBuffer {
  return typeof message === 'string' || message instanceof ArrayBuffer || message instanceof Uint8Array;
}
