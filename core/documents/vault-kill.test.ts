import { spawn } from 'node:child_process';
import { hash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trials } from '#tests/support/tier.ts';
import { openVault, type Vault } from './vault.ts';

const KILLS = trials(25, 300);
const CHILD = fileURLToPath(new URL('../../tests/support/vault-writer-child.ts', import.meta.url));
const SHA256 = /^[0-9a-f]{64}$/;

/** Runs a writer, kills it `afterMs` after its first word, and returns the hashes it said. */
async function writeAndKill(directory: string, key: Buffer, afterMs: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [CHILD, directory, key.toString('hex')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  const spoke = new Promise((resolve) => child.stdout.once('data', resolve));
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await Promise.race([spoke, ended]);
  await sleep(afterMs);
  child.kill('SIGKILL');
  await ended;
  return said.split('\n').filter((line) => SHA256.test(line));
}

/** Reads every file that bears a name; returns the names, and how many were left half written. */
async function readAll(vault: Vault, directory: string): Promise<Readonly<{ names: Set<string>; unfinished: number }>> {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  const names = files.filter((name) => SHA256.test(name));
  for (const name of names) expect(hash('sha256', await vault.get(name))).toBe(name);
  return { names: new Set(names), unfinished: files.length - names.length };
}

test(
  `after each of ${KILLS} kills every file matches its hash, no acknowledged scan is lost and the vault works`,
  { timeout: 120_000 },
  async () => {
    const seed = Number(process.env['KAUNTA_SEED'] ?? Date.now() % 2 ** 31);
    const delays = fc.sample(fc.integer({ min: 0, max: 60 }), { numRuns: KILLS, seed });
    const key = randomBytes(32);
    const folder = await mkdtemp(join(tmpdir(), 'kaunta-kill-'));
    let unfinished = 0;
    for (const [kill, delay] of delays.entries()) {
      const directory = join(folder, String(kill));
      const acknowledged = await writeAndKill(directory, key, delay);
      const vault = await openVault({ directory, key });
      const found = await readAll(vault, directory);
      const lost = acknowledged.filter((sha256) => !found.names.has(sha256));
      const worksOn = await vault.has((await vault.put(Buffer.from('after the kill'))).sha256);
      const swept = await vault.sweepOrphans({ known: () => true, olderThanMs: 0, nowMs: Date.now() + 1000 });
      const outcome = { seed, kill, hasWritten: acknowledged.length > 0, lost, worksOn, swept };
      expect(outcome).toEqual({ seed, kill, hasWritten: true, lost: [], worksOn: true, swept: found.unfinished });
      unfinished += found.unfinished;
      await vault.close();
      await rm(directory, { recursive: true });
    }
    await rm(folder, { recursive: true });
    // Otherwise no kill fell into a write, and the test has shown nothing.
    expect({ seed, killedInTheMiddle: unfinished > 0 }).toEqual({ seed, killedInTheMiddle: true });
  },
);
