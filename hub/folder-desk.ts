import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * The socket of a hub that keeps its database in a folder: only one process may open that folder, and an operator on the same PC asks
 * the running hub through it. It vanishes with the process, which a lock file would not.
 */
export interface FolderDesk {
  close(): Promise<void>;
}

/** Answers one question with a text for the operator's screen; throws with a sentence. */
export type DeskAnswer = (question: string) => Promise<string>;

/** Undefined: another hub has this folder open. `answerTo` answers what `askFolderDesk` asks. */
export async function openFolderDesk(folder: string, answerTo: DeskAnswer): Promise<FolderDesk | undefined> {
  await mkdir(folder, { recursive: true });
  const address = addressOf(folder);
  const server = createServer({ allowHalfOpen: true }, (socket) => void answer(socket, answerTo));
  if (!(await listens(server, address))) {
    if (await isAlive(address)) return undefined;
    await rm(address, { force: true });
    if (!(await listens(server, address))) return undefined;
  }
  return {
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

/** Asks the hub that has this folder open. Undefined: no hub has it open. */
export async function askFolderDesk(folder: string, question: string): Promise<string | undefined> {
  const socket = await connected(addressOf(folder));
  if (!socket) return undefined;
  socket.end(question);
  const reply = await text(socket);
  if (!reply.startsWith(done)) throw new Error(reply);
  return reply.slice(done.length);
}

/** Whether a hub has this folder open at this moment. */
export async function isFolderOpen(folder: string): Promise<boolean> {
  return isAlive(addressOf(folder));
}

const done = 'done ';

async function answer(socket: Socket, answerTo: DeskAnswer): Promise<void> {
  // Who only looks whether a hub is here hangs up at once.
  socket.on('error', () => undefined);
  try {
    const question = await text(socket);
    socket.end(question === '' ? '' : `${done}${await answerTo(question)}`);
  } catch (error) {
    socket.end(error instanceof Error ? error.message : String(error));
  }
}

/** A path in the folder would be too long for a socket in deep folders (108 bytes on Linux), and Windows has pipes instead. */
function addressOf(folder: string): string {
  const name = `kaunta-hub-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inside = join(resolve(folder), 'hub.sock');
  return inside.length < 100 ? inside : join(tmpdir(), `${name}.sock`);
}

async function listens(server: Server, address: string): Promise<boolean> {
  server.listen(address);
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false;
    throw error;
  }
}

async function isAlive(address: string): Promise<boolean> {
  const socket = await connected(address);
  socket?.destroy();
  return socket !== undefined;
}

async function connected(address: string): Promise<Socket | undefined> {
  const socket = connect(address);
  try {
    await once(socket, 'connect');
    return socket;
  } catch {
    return undefined;
  }
}
