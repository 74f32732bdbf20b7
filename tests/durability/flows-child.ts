import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ORPCError } from '@orpc/client';
import type { Refusal } from '#shared/domain/refusal.ts';
import { Refused, type Said } from './flow.ts';
import { openFlow, type FlowName } from './flows.ts';

/**
 * Attempts what it is told, one attempt a line, and says of each what was acknowledged, or how it was refused and whether the office says
 * that it can only be read. The test kills it, or lets its disk fail, somewhere in between.
 */
// The line is down, and says so at once: half of a short life would go into loading a client that reaches nobody.
globalThis.fetch = () => Promise.reject(new TypeError('the line is down'));

const [name = '', dataDir = '', clerkId = ''] = process.argv.slice(2);
const flow = await openFlow(name as FlowName, { dataDir, clerkId });
say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) say(await attempt(Number(line)));
await flow.close();

async function attempt(n: number): Promise<Said> {
  try {
    return { done: await flow.attempt(n), readOnly: await flow.isReadOnly() };
  } catch (error) {
    return { refused: codeOf(error), readOnly: await flow.isReadOnly() };
  }
}

function codeOf(error: unknown): string {
  if (error instanceof ORPCError && error.defined) return (error.data as Refusal).code;
  return error instanceof Refused ? error.code : String(error);
}

/** In one call, so that what was said before an end was said whole. */
function say(what: Said | { readonly ready: true }): void {
  writeSync(1, `${JSON.stringify(what)}\n`);
}
