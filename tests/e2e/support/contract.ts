import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import type { CoreClient } from '../../support/desk.ts';

/** Asks the contract past the screen, from the seat of whoever sits at this page. */
export async function askAs<T>(page: Page, ask: (client: CoreClient) => Promise<T>): Promise<T> {
  const { origin } = new URL(page.url());
  const cookies = await page.context().cookies(origin);
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const reached = `http://127.0.0.1:${new URL(origin).port}`;
  const websocket = new WebSocket(`${reached.replace('http', 'ws')}/rpc`, { headers: { Cookie, Origin: reached } });
  await once(websocket, 'open');
  try {
    // The client of ws is a WebSocket to the letter of the standard, though not to the letter of its types.
    return await ask(createORPCClient(new RPCLink({ websocket: websocket as unknown as globalThis.WebSocket })));
  } finally {
    websocket.close();
  }
}
