import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openAfricasTalking } from '#hub/notices/africas-talking.ts';

/** One request as it came. */
export interface GatewayCall {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly form: Readonly<Record<string, string>>;
}

export type GatewayAnswer = (response: ServerResponse) => void;

/** What the gateway says of one recipient. */
export function recipient(statusCode: number): GatewayAnswer {
  return (response) =>
    response.writeHead(201, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        SMSMessageData: {
          Message: 'Sent to 1/1 Total Cost: KES 0.8000',
          Recipients: [{ statusCode, number: '+254700000000', status: 'Status', cost: 'KES 0.8000', messageId: `id-${statusCode}` }],
        },
      }),
    );
}

export function status(code: number, text = ''): GatewayAnswer {
  return (response) => response.writeHead(code).end(text);
}

/** A server on this PC that speaks the gateway's form: it gives the answers in turn, the last one for good. */
export async function openGatewayDouble(...answers: readonly GatewayAnswer[]) {
  const calls: GatewayCall[] = [];
  let next = answers;
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      calls.push({ path: request.url ?? '', headers: request.headers, form: Object.fromEntries(new URLSearchParams(text)) });
      const [answer = recipient(101), ...rest] = next;
      if (rest.length > 0) next = rest;
      answer(response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    calls,
    url,
    gateway: (timeoutMs = 5_000) => openAfricasTalking({ url, username: 'kaunta', apiKey: 'secret-key', sender: 'KAUNTA' }, timeoutMs),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
