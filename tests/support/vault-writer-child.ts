import { randomBytes, randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openVault } from '#core/documents/vault.ts';

/** Puts scans without end and says the hash of each once `put` has returned; the test kills it somewhere in between. */
const [directory = '', keyHex = ''] = process.argv.slice(2);
const vault = await openVault({ directory, key: Buffer.from(keyHex, 'hex') });
for (;;) {
  const { sha256 } = await vault.put(randomBytes(randomInt(1, 400_000)));
  writeSync(1, `${sha256}\n`);
}
