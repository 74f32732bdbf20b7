import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface SlowLine {
  readonly url: string;
  close(): Promise<void>;
}

export interface LineFacts {
  /** There and back. */
  readonly roundTripMs: number;
  /** Each way, of all connections together. */
  readonly bitsPerSecond: number;
}

/** A line between an office and a hub: bytes arrive half a round trip later and no faster than the line carries. */
export async function openSlowLine(hubUrl: string, facts: LineFacts): Promise<SlowLine> {
  const sockets = new Set<Socket>();
  const up = lane(facts);
  const down = lane(facts);
  const server = createServer((office) => {
    const hub = connect(Number(new URL(hubUrl).port), '127.0.0.1');
    for (const socket of [office, hub]) {
      sockets.add(socket);
      socket.setNoDelay(true).on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    up(office, hub);
    down(hub, office);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

/** One direction. What is read waits its turn behind all that was read before it, and then travels. */
function lane({ roundTripMs, bitsPerSecond }: LineFacts): (from: Socket, to: Socket) => void {
  const bytesPerMs = bitsPerSecond / 8 / 1_000;
  let freeAt = 0;
  const deliver = (bytes: number, work: () => void) => {
    freeAt = Math.max(freeAt, performance.now()) + bytes / bytesPerMs;
    setTimeout(work, freeAt - performance.now() + roundTripMs / 2);
  };
  return (from, to) => {
    from.on('data', (chunk: Buffer) => deliver(chunk.length, () => void to.write(chunk)));
    from.on('end', () => deliver(0, () => void to.end()));
    from.on('close', () => deliver(0, () => to.destroySoon()));
  };
}
