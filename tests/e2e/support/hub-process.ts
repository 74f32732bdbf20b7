import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** The built hub as its own process, as `npm run hub` runs it: its register in a folder. */
export interface HubProcess {
  readonly url: string;
  /** What an operator types for a new PC: `npm run hub -- --issue-code OFFICE`. */
  issueCode(officeCode: string): Promise<string>;
  stop(): Promise<void>;
}

const entry = path.resolve('out/main/hub.js');

/** `args` as after `npm run hub --`, such as `--practice` for a made-up register. */
export async function startHubProcess(args: readonly string[] = []): Promise<HubProcess> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaunta-hub-'));
  const child = spawn(process.execPath, [entry, '--data', folder, '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const url = /^Hub is ready at (\S+)$/mu.exec(said.toString())?.[1];
  if (url === undefined) throw new Error(`The hub said ${said.toString()}`);
  return {
    url,
    issueCode: async (officeCode) => {
      const { stdout } = await promisify(execFile)(process.execPath, [entry, '--data', folder, ...args, '--issue-code', officeCode]);
      return stdout.trim().split(/\s/u).at(-1) ?? '';
    },
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
