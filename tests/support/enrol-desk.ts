import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hubPaths } from '#shared/protocol/request.ts';
import { enrolAnswer } from './enrol-answer.ts';

/** A hub that makes a PC a device of an office and then says nothing more: from there on the line is down. */
export interface EnrolDesk {
  readonly url: string;
  /** Codes that were spent, in order. */
  readonly codes: readonly string[];
  close(): Promise<void>;
}

const answer = enrolAnswer();

/** The code this desk does not know. */
export const wrongEnrolCode = 'WRONG';

export async function openEnrolDesk(): Promise<EnrolDesk> {
  const codes: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url !== hubPaths.enrol) return void request.socket.destroy();
      const { code } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { code: string };
      const isKnown = code !== wrongEnrolCode;
      if (isKnown) codes.push(code);
      response.writeHead(isKnown ? 200 : 403, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify(isKnown ? answer : { code: 'enrol.code-wrong', facts: {} }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    codes,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
