import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { logFault, openLogFile } from './log-file.ts';

const noon = () => Date.parse('2026-11-22T12:00:00.000Z');

function logFolder(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'kaunta-log-')), 'logs');
}

describe('log file', () => {
  it('holds one JSON object a line, in UTC', () => {
    const folder = logFolder();
    const log = openLogFile(folder, noon);
    log({ level: 'info', event: 'host.ready', facts: { port: 8230 } });
    log({ level: 'warning', event: 'line\nbroken' });
    expect(readFileSync(path.join(folder, 'kaunta.log'), 'utf8')).toBe(
      '{"at":"2026-11-22T12:00:00.000Z","level":"info","event":"host.ready","facts":{"port":8230}}\n' +
        '{"at":"2026-11-22T12:00:00.000Z","level":"warning","event":"line\\nbroken"}\n',
    );
  });

  it.skipIf(process.platform === 'win32')('is readable by its owner only', () => {
    const folder = logFolder();
    openLogFile(folder, noon)({ level: 'info', event: 'host.ready' });
    expect(statSync(path.join(folder, 'kaunta.log')).mode & 0o777).toBe(0o600);
  });

  it('goes on where the last start left off', () => {
    const folder = logFolder();
    openLogFile(folder, noon)({ level: 'info', event: 'one' });
    openLogFile(folder, noon)({ level: 'info', event: 'two' });
    expect(readFileSync(path.join(folder, 'kaunta.log'), 'utf8').split('\n')).toHaveLength(3);
  });

  it('keeps fourteen files of at most 5 MB, the newest first', () => {
    const folder = logFolder();
    const log = openLogFile(folder, noon);
    const padding = 'x'.repeat(1024 * 1024);
    for (let turn = 0; turn < 75; turn += 1) log({ level: 'info', event: `turn ${turn}`, facts: { padding } });
    const names = readdirSync(folder);
    expect(names).toHaveLength(14);
    expect(Math.max(...names.map((name) => statSync(path.join(folder, name)).size))).toBeLessThanOrEqual(5 * 1024 * 1024);
    expect(readFileSync(path.join(folder, 'kaunta.log'), 'utf8')).toContain('"turn 74"');
    expect(readFileSync(path.join(folder, 'kaunta.1.log'), 'utf8')).toContain('"turn 71"');
  });

  it('that cannot be written stops nothing', () => {
    const blocked = path.join(mkdtempSync(path.join(tmpdir(), 'kaunta-log-')), 'file');
    writeFileSync(blocked, '');
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    openLogFile(blocked, noon)({ level: 'info', event: 'lost' });
    expect(written).toHaveBeenCalledWith(expect.stringContaining('"lost"'));
    written.mockRestore();
  });
});

describe('a fault', () => {
  it('is logged under its reference with where it was, without its message', () => {
    const lines: string[] = [];
    const reference = logFault((line) => lines.push(JSON.stringify(line)), 'host.unhandled-rejection', new TypeError('Wanjiru 0712345671'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(reference);
    expect(lines[0]).toContain('TypeError');
    expect(lines[0]).toContain('log-file.test.ts');
    expect(lines[0]).not.toMatch(/Wanjiru|0712345671/);
  });
});
