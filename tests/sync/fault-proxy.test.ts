import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { lineFaults, openFaultProxy, type LineFault } from './fault-proxy.ts';

const whole = 'x'.repeat(500);

/** What a caller sees of each fault, and how often the hub was asked. */
const sights: Readonly<Record<(typeof lineFaults)[number], readonly [string, number]>> = {
  lost: ['nothing', 0],
  'server-error': ['502 of 11', 0],
  'login-page': ['200 of 47', 0],
  busy: ['429 of 30', 0],
  'no-reply': ['nothing', 1],
  'half-reply': ['nothing', 1],
  truncated: ['200 of 5', 1],
  drip: ['200 of 500', 1],
  'error-after': ['500 of 31', 1],
  twice: ['200 of 500', 2],
  late: ['nothing', 1],
};

async function openLine() {
  const asked: string[] = [];
  const hub = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(whole);
  });
  await new Promise<void>((resolve) => void hub.listen(0, '127.0.0.1', resolve));
  const line = await openFaultProxy(`http://127.0.0.1:${(hub.address() as AddressInfo).port}`);
  onTestFinished(async () => {
    await line.close();
    hub.close();
    hub.closeAllConnections();
  });
  return { line, asked };
}

async function sightOf(url: string): Promise<string> {
  try {
    const response = await fetch(url, { method: 'POST', body: 'act' });
    return `${response.status} of ${(await response.text()).length}`;
  } catch {
    return 'nothing';
  }
}

it.each(Object.entries(sights) as [LineFault, readonly [string, number]][])(
  '%s shows the caller and the hub %o',
  async (fault, [sight, times]) => {
    const { line, asked } = await openLine();
    line.plan('/push', fault);
    expect(await sightOf(`${line.url}/push`)).toBe(sight);
    await expect.poll(() => asked.length).toBe(times);
    expect(await sightOf(`${line.url}/push`)).toBe('200 of 500');
  },
);

it('a line that refuses connections is there again on the same port', async () => {
  const { line, asked } = await openLine();
  await line.refuse();
  expect(await sightOf(`${line.url}/push`)).toBe('nothing');
  await line.open();
  expect(await sightOf(`${line.url}/push`)).toBe('200 of 500');
  expect(asked).toEqual(['/push']);
});
