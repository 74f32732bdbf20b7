import { execFile } from 'node:child_process';

/** What a program said. `missing`: it is not installed; `late`: it was ended because it took too long. */
export interface Ran {
  readonly ended: 'well' | 'badly' | 'missing' | 'late';
  readonly out: string;
  readonly said: string;
}

export interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly input?: Uint8Array | undefined;
  readonly timeoutMs: number;
}

export type RunProgram = (program: Program) => Promise<Ran>;

const mostOutputBytes = 4 * 1024 * 1024;

/** Runs a program by its arguments, never through a shell, in plain C locale so that its words can be read. */
export const runProgram: RunProgram = ({ name, args, input, timeoutMs }) =>
  new Promise((resolve) => {
    const options = { timeout: timeoutMs, maxBuffer: mostOutputBytes, env: { ...process.env, LC_ALL: 'C' }, windowsHide: true };
    const child = execFile(name, [...args], options, (error, out, said) => {
      if (error === null) resolve({ ended: 'well', out, said });
      else if (error.code === 'ENOENT') resolve({ ended: 'missing', out, said });
      else resolve({ ended: error.killed === true ? 'late' : 'badly', out, said: said === '' ? error.message : said });
    });
    // A program that ends before it has read everything says why by itself.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
