import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** How a sink answers DLE EOT 1, 2 and 4: `silent` as many printers do. */
export type SinkMood = 'ready' | 'silent' | 'paper-out' | 'cover-open' | 'off-line';

const answers: Readonly<Record<Exclude<SinkMood, 'silent'>, readonly [number, number, number]>> = {
  ready: [0x16, 0x12, 0x12],
  'paper-out': [0x1e, 0x32, 0x72],
  'cover-open': [0x1e, 0x16, 0x12],
  'off-line': [0x1e, 0x12, 0x12],
};

/** A receipt printer as the network sees it: a TCP port that takes bytes. */
export interface ReceiptSink {
  readonly address: string;
  mood: SinkMood;
  /** Hangs up after so many bytes of a job. */
  breakAfterBytes: number | null;
  /** The bytes of each job, status questions taken out. */
  readonly jobs: () => readonly Buffer[];
  /** When the first byte of the newest job came. */
  readonly firstByteAtMs: () => number;
  close(): Promise<void>;
}

export async function openReceiptSink(mood: SinkMood = 'ready'): Promise<ReceiptSink> {
  const jobs: Buffer[][] = [];
  const open = new Set<Socket>();
  const state = { firstByteAtMs: 0 };
  const server = createServer((socket) => {
    open.add(socket);
    const bytes: Buffer[] = [];
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (part: Buffer) => {
      const { rest, asked } = withoutQuestions(part);
      if (asked.length > 0 && sink.mood !== 'silent') socket.write(Buffer.from(asked.map((n) => answerTo(n, sink.mood))));
      if (rest.length === 0) return;
      if (bytes.length === 0) {
        jobs.push(bytes);
        state.firstByteAtMs = performance.now();
      }
      bytes.push(rest);
      const { breakAfterBytes } = sink;
      if (breakAfterBytes !== null && Buffer.concat(bytes).length >= breakAfterBytes) socket.resetAndDestroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sink: ReceiptSink = {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    mood,
    breakAfterBytes: null,
    jobs: () => jobs.map((parts) => Buffer.concat(parts)),
    firstByteAtMs: () => state.firstByteAtMs,
    close: async () => {
      open.forEach((socket) => socket.destroy());
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
  return sink;
}

function answerTo(question: number, mood: SinkMood): number {
  const [printer, cause, paper] = answers[mood === 'silent' ? 'ready' : mood];
  return question === 1 ? printer : question === 2 ? cause : paper;
}

/** DLE EOT n is answered at once, wherever it stands between jobs. */
function withoutQuestions(part: Buffer): { readonly rest: Buffer; readonly asked: readonly number[] } {
  const asked: number[] = [];
  const rest: number[] = [];
  for (let at = 0; at < part.length; at++) {
    if (part[at] === 0x10 && part[at + 1] === 0x04) {
      asked.push(part[at + 2] ?? 0);
      at += 2;
    } else rest.push(part[at] ?? 0);
  }
  return { rest: Buffer.from(rest), asked };
}
