import { createHash } from 'node:crypto';
import { letterLimits } from '#shared/protocol/post.ts';
import { answerLetter } from '../post/post.ts';
import { authenticate } from './authenticate.ts';
import { readBody } from './body.ts';
import type { Exchange } from './scans.ts';

/** A letter that an office with a line hands in for another: the carrier's request is signed like any, the letter speaks for its writer. */
export async function takeLetter({ deps, request, response }: Exchange): Promise<void> {
  const bytes = await readBody(request, letterLimits.bytes);
  await authenticate(deps.database, request, createHash('sha256').update(bytes).digest('hex'), deps.now());
  const answer = await answerLetter(deps, bytes);
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': answer.length });
  response.end(answer);
}
