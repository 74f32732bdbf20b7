import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { networkAddress, type PrintProblem } from '#shared/domain/print-job.ts';
import type { Driver, Sending, Trouble } from './driver.ts';
import { statusAnswers, statusProblem, statusQuestions } from './network-status.ts';

export interface NetworkOptions {
  readonly connectMs?: number | undefined;
  /** How long a printer that takes nothing more is waited for. */
  readonly writeMs?: number | undefined;
  /** Printers that answer do so at once; many never do. */
  readonly statusMs?: number | undefined;
}

/** An ESC/POS printer that takes bytes on a TCP port, as a rule 9100. */
export function networkDriver({ connectMs = 4000, writeMs = 10_000, statusMs = 400 }: NetworkOptions = {}): Driver {
  const open = (address: string) => openLine(address, connectMs);

  return {
    look: async (address) => {
      const line = await open(address);
      if ('problem' in line) return line;
      const problem = await askStatus(line, statusMs);
      line.socket.destroy();
      return problem === null || problem === undefined ? null : { problem, words: '' };
    },
    send: async ({ address, sheet, signal }) => {
      const line = await open(address);
      if ('problem' in line) return { kind: 'held', ...line };
      const stop = () => line.socket.destroy(new Error('cancelled'));
      signal.addEventListener('abort', stop);
      try {
        const before = await askStatus(line, statusMs);
        if (before) return { kind: 'held', problem: before, words: '' };
        const written = await write(line, sheet.bytes, writeMs);
        if (written) return signal.aborted ? { kind: 'unsure', problem: 'cancelled', words: '' } : written;
        // Only a printer that has answered before is asked again; the others would only cost time.
        const after = before === undefined ? undefined : await askStatus(line, statusMs);
        return after ? { kind: 'unsure', problem: after, words: '' } : await hangUp(line, writeMs);
      } finally {
        signal.removeEventListener('abort', stop);
        line.socket.destroy();
      }
    },
  };
}

interface Line {
  readonly socket: Socket;
  /** What the printer has said and nobody has read. */
  readonly heard: number[];
  failure: Error | undefined;
}

async function openLine(address: string, connectMs: number): Promise<Line | Trouble> {
  const place = networkAddress(address);
  if (place === null) return { problem: 'unknown-host', words: address };
  const socket = connect({ ...place, autoSelectFamily: true });
  const line: Line = { socket, heard: [], failure: undefined };
  socket.setNoDelay(true);
  socket.on('data', (bytes: Buffer) => line.heard.push(...bytes));
  socket.on('error', (error) => (line.failure ??= error));
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), connectMs);
  try {
    await once(socket, 'connect', { signal: late.signal });
    return line;
  } catch (error) {
    socket.destroy();
    return late.signal.aborted ? { problem: 'unreachable', words: address } : connectTrouble(error);
  } finally {
    clearTimeout(timer);
  }
}

const byCode: Readonly<Record<string, PrintProblem>> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-refused',
};

/** A code that has its sentence is not said again; another one is all that is known. */
function connectTrouble(error: unknown): Trouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const problem = byCode[code];
  return problem === undefined ? { problem: 'unreachable', words: code } : { problem, words: '' };
}

/** Null: ready. Undefined: this printer does not say. */
async function askStatus(line: Line, waitMs: number): Promise<PrintProblem | null | undefined> {
  line.heard.length = 0;
  line.socket.write(statusQuestions);
  for (let waited = 0; waited < waitMs && line.heard.length < statusAnswers && !line.socket.destroyed; waited += 10) await sleep(10);
  return statusProblem(Uint8Array.from(line.heard.slice(0, statusAnswers)));
}

/** Undefined once the other side's system has taken every byte. */
async function write(line: Line, bytes: Uint8Array, writeMs: number): Promise<Sending | undefined> {
  const { socket } = line;
  const written = new Promise<Error | undefined>((resolve) => {
    socket.once('close', () => resolve(line.failure ?? new Error('closed')));
    socket.write(bytes, (error) => resolve(error ?? undefined));
  });
  const late = Symbol('late');
  const timer = new AbortController();
  const outcome = await Promise.race([written, sleep(writeMs, late, { signal: timer.signal }).catch(() => late)]);
  timer.abort();
  if (outcome === undefined) return undefined;
  return { kind: 'unsure', problem: 'cut-off', words: outcome === late ? 'timeout' : String((outcome as Error).message) };
}

/** Ends the line and waits until the printer has ended it too: a reset instead says that something was lost on the way. */
async function hangUp(line: Line, writeMs: number): Promise<Sending> {
  const { socket } = line;
  if (!socket.destroyed) {
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.end();
    const timer = new AbortController();
    await Promise.race([closed, sleep(Math.min(writeMs, 2000), undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
  }
  return line.failure ? { kind: 'unsure', problem: 'cut-off', words: line.failure.message } : { kind: 'taken' };
}
