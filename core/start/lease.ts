import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { errorCode } from '../documents/durable-file.ts';
import { AppError } from '../refusal.ts';

/**
 * Makes sure that only one program works on a data folder. The lease is a name that the operating system gives back when the process
 * ends, however it ends; a lock file would outlive a power cut.
 */
export function takeLease(dataDir: string): Promise<{ release(): Promise<void> }> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(errorCode(error) === 'EADDRINUSE' ? new AppError('start.already-open', { folder: path.basename(dataDir) }) : error),
    );
    server.listen(leaseName(dataDir), () => {
      server.unref();
      resolve({ release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

function leaseName(dataDir: string): string {
  const name = `kaunta-${createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 32)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return process.platform === 'linux' ? `\0${name}` : path.join(tmpdir(), `${name}.sock`);
}
