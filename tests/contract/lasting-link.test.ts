import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { eventIterator, os, type RouterClient } from '@orpc/server';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openCallServer } from '#core/hosting/call-server.ts';
import { openSeat } from '#core/people/seat.ts';
import type { Carrier } from '#renderer/connection/carrier.ts';
import { failureOf } from '#renderer/connection/failure.ts';
import { openLastingLink } from '#renderer/connection/lasting-link.ts';

let streamsClosed = 0;
const never = os.handler(() => new Promise<string>(() => undefined));
const ticks = os.output(eventIterator(z.number())).handler(async function* () {
  try {
    for (let tick = 0; ; tick += 1) {
      yield tick;
      await new Promise((settle) => setTimeout(settle, 5));
    }
  } finally {
    streamsClosed += 1;
  }
});
const router = { ping: os.handler(() => 'pong'), never, ticks };

const openPorts: MessagePort[] = [];
afterEach(() => openPorts.splice(0).forEach((port) => port.close()));

/** A host one can unplug: each line is a real MessageChannel. */
function unpluggableHost() {
  const openLine = openCallServer(router, () => undefined);
  let isUp = true;
  let breakLine = () => undefined as void;
  const openCarrier = async (): Promise<Carrier> => {
    if (!isUp) throw new Error('unplugged');
    const { port1, port2 } = new MessageChannel();
    openPorts.push(port1, port2);
    const line = openLine(openSeat(), (message) => port2.postMessage(message));
    port2.addEventListener('message', (event) => line.receive(event.data));
    port2.addEventListener('close', () => line.close());
    port2.start();
    const lost = new Promise<void>((settle) => port1.addEventListener('close', () => settle(), { once: true }));
    const link = new RPCLink({ port: port1 });
    port1.start();
    breakLine = () => port2.close();
    return { link, lost };
  };
  return { openCarrier, unplug: () => ((isUp = false), breakLine()), plugIn: () => (isUp = true) };
}

function lastingClient(openCarrier: () => Promise<Carrier>) {
  const link = openLastingLink(openCarrier);
  const client: RouterClient<typeof router> = createORPCClient(link);
  return { link, client };
}

async function failureKind(call: PromiseLike<unknown>): Promise<string> {
  return Promise.resolve(call).then(
    () => 'none',
    (error: unknown) => failureOf(error).kind,
  );
}

function stateBecomes(link: ReturnType<typeof openLastingLink>, wanted: string): Promise<void> {
  return new Promise((resolve) => {
    const check = () => link.state.get() === wanted && resolve();
    link.state.subscribe(check);
    check();
  });
}

describe('a lasting link', () => {
  it('lets the first call wait for the first line', async () => {
    const { openCarrier } = unpluggableHost();
    const { client, link } = lastingClient(openCarrier);
    expect(link.state.get()).toBe('connecting');
    expect(await client.ping()).toBe('pong');
    expect(link.state.get()).toBe('open');
  });

  it('tells pending calls, running streams and new calls that the line is lost', async () => {
    const host = unpluggableHost();
    const { client, link } = lastingClient(host.openCarrier);
    const pending = failureKind(client.never());
    const stream = await client.ticks();
    await stream.next();
    const broken = failureKind(
      (async () => {
        for await (const tick of stream) if (tick < 0) return;
      })(),
    );
    host.unplug();
    expect([await pending, await broken]).toEqual(['connection', 'connection']);
    await stateBecomes(link, 'lost');
    expect(await failureKind(client.ping())).toBe('connection');
  });

  it('finds the host again and tells who watches', async () => {
    const host = unpluggableHost();
    const { client, link } = lastingClient(host.openCarrier);
    await client.ping();
    let told = 0;
    link.onReconnect(() => (told += 1));
    host.unplug();
    await stateBecomes(link, 'lost');
    host.plugIn();
    await stateBecomes(link, 'open');
    expect([told, await client.ping()]).toEqual([1, 'pong']);
  });

  it('leaving a stream closes it at the host', async () => {
    const { client } = lastingClient(unpluggableHost().openCarrier);
    const before = streamsClosed;
    for await (const tick of await client.ticks()) if (tick >= 2) break;
    await expect.poll(() => streamsClosed).toBe(before + 1);
  });

  it('a call its own caller aborts is no lost line', async () => {
    const { client } = lastingClient(unpluggableHost().openCarrier);
    const abort = new AbortController();
    const call = client.never(undefined, { signal: abort.signal });
    setTimeout(() => abort.abort(), 20);
    expect(await failureKind(call)).toBe('bug');
  });
});
