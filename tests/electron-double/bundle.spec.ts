import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './bundle-test.ts';
import { forkBundle, freePort, startBundle, type RunningBundle } from './run-bundle.ts';

function closedPorts(bundle: RunningBundle): number {
  return bundle.calls('port.closed').length;
}

test('the page speaks to the core over the port the preload hands over', async ({ dataDir }) => {
  const bundle = await startBundle({ dataDir });
  await expect(bundle.page.locator('#root')).not.toBeEmpty();
  expect(bundle.calls('port.closed')).toEqual([]);
  expect(await bundle.quit()).toBe(0);
});

test('a reload closes the old port and the page speaks again over a new one', async ({ dataDir }) => {
  const bundle = await startBundle({ dataDir });
  await expect(bundle.page.locator('#root')).not.toBeEmpty();
  await bundle.page.reload();
  await expect(bundle.page.locator('#root')).not.toBeEmpty();
  expect(closedPorts(bundle)).toBe(1);
  await bundle.quit();
});

test('a page whose process has died comes back by itself', async ({ dataDir }) => {
  const bundle = await startBundle({ dataDir });
  await bundle.drive('crash-page');
  await expect.poll(() => bundle.calls('webContents.reload')).toHaveLength(1);
  await expect(bundle.page.locator('#root')).not.toBeEmpty();
  expect(readFileSync(path.join(dataDir, 'logs/kaunta.log'), 'utf8')).toContain('"event":"window.page-gone"');
  await bundle.quit();
});

test('messages that are not of the protocol are logged and dropped, and the line goes on', async ({ dataDir }) => {
  const bundle = await startBundle({ dataDir });
  await expect(bundle.page.locator('#root')).not.toBeEmpty();
  const foreign = [
    '',
    'nonsense',
    '{}',
    '{"i":"1"}',
    '{"i":"1","p":{"u":"http://["}}',
    'null',
    '[]',
    17,
    null,
    { i: '1', p: { u: '/start/status' } },
    [],
    '\u0000',
  ];
  for (const message of foreign) await bundle.drive('say', message);
  expect(closedPorts(bundle)).toBe(0);
  await bundle.page.reload();
  await expect(bundle.page.locator('#root')).not.toBeEmpty();
  const log = readFileSync(path.join(dataDir, 'logs/kaunta.log'), 'utf8');
  expect(log).toContain('"event":"line.foreign-message"');
  expect(log).toContain('"event":"line.bad-message"');
  expect(log).not.toContain('unhandled-rejection');
  await bundle.quit();
});

test('a second start gives way, and the first comes to the front', async ({ dataDir }) => {
  const bundle = await startBundle({ dataDir });
  await bundle.drive('second-start');
  for (const call of ['window.restore', 'window.show', 'window.focus']) expect(bundle.calls(call), call).not.toEqual([]);
  const second = forkBundle({ dataDir, env: { DOUBLE_SECOND_START: 'yes' } }, await freePort());
  let output = '';
  second.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(second, 'exit');
  expect([second.exitCode, output]).toEqual([0, '']);
  await bundle.quit();
});

test('the window is left as it was and found so again', async ({ dataDir }) => {
  const bundle = await startBundle({ dataDir });
  expect(bundle.calls('new BrowserWindow')[0]?.args[0]).toMatchObject({ width: 1366, height: 768 });
  await bundle.drive('resize', { width: 1500, height: 900 });
  expect(await bundle.quit()).toBe(0);
  expect(JSON.parse(readFileSync(path.join(dataDir, 'config.json'), 'utf8'))).toMatchObject({ window: { width: 1500, height: 900 } });
  const again = await startBundle({ dataDir });
  expect(again.calls('new BrowserWindow')[0]?.args[0]).toMatchObject({ width: 1500, height: 900 });
  await again.quit();
});

test('quitting closes the core before the process ends', async ({ dataDir }) => {
  const bundle = await startBundle({ dataDir });
  expect(await bundle.quit()).toBe(0);
  const events = readFileSync(path.join(dataDir, 'logs/kaunta.log'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { event: string }).event);
  expect(events.at(-1)).toBe('host.closed');
});

test('a word on the command line that cannot be meant gets its sentence and no window', async ({ dataDir }) => {
  const child = forkBundle({ dataDir, args: ['--hub', 'ftp://hub.example'] }, await freePort());
  const boxes: unknown[] = [];
  child.on('message', (message: { readonly name?: string; readonly args?: unknown }) => {
    if (message.name === 'dialog.showErrorBox') boxes.push(message.args);
  });
  await once(child, 'exit');
  expect([child.exitCode, boxes]).toEqual([1, [['Kaunta', '--hub needs an address that begins with http:// or https://.']]]);
});
