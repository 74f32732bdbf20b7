import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hubCallOf } from './options.ts';

describe('npm run hub', () => {
  it('without options is a real register on this PC alone', () => {
    expect(hubCallOf([], {})).toEqual({
      practice: false,
      dataDir: path.resolve('.data/hub'),
      databaseUrl: null,
      port: 4816,
      host: '127.0.0.1',
      metricsPort: null,
      messageSettings: null,
      command: null,
      restoreFrom: null,
    });
  });

  it('keeps practice in a folder of its own', () => {
    expect(hubCallOf(['--practice'], {})?.dataDir).toBe(path.resolve('.data/practice-hub'));
  });

  it('takes the database from the environment, which no process list shows, unless it is named', () => {
    const env = { KAUNTA_DATABASE_URL: 'postgresql://env' };
    expect([hubCallOf([], env)?.databaseUrl, hubCallOf(['--database-url', 'postgresql://arg'], env)?.databaseUrl]).toEqual([
      'postgresql://env',
      'postgresql://arg',
    ]);
  });

  it.each([
    [['--issue-code', 'KSM01'], { name: 'issue-code', office: 'KSM01' }],
    [['--devices'], { name: 'devices' }],
    [['--retire', 'KSM01/2', '--reason', 'sold'], { name: 'retire', device: 'KSM01/2', reason: 'sold' }],
    [['--limits', 'show'], { name: 'limits', limits: null, office: null }],
    [['--backup', '/tmp/hub.backup'], { name: 'backup', file: '/tmp/hub.backup' }],
  ])('%j is a command', (args, command) => {
    expect(hubCallOf(args, {})?.command).toEqual(command);
  });

  it.each([
    ['a device without a reason', ['--revoke', 'KSM01/2'], 'reason'],
    ['two commands', ['--devices', '--alarms'], 'One command'],
    [
      'limits that stop before they warn',
      ['--limits', '{"warnAfterHours":9,"stopAfterHours":8,"warnAtWaiting":1,"stopAtWaiting":2,"stopped":["applications.submit"]}'],
      'warnAfterHours',
    ],
    [
      'an act that must never stop',
      ['--limits', '{"warnAfterHours":1,"stopAfterHours":8,"warnAtWaiting":1,"stopAtWaiting":2,"stopped":["people.signIn"]}'],
      'stopped',
    ],
  ])('%s is refused', (_title, args, why) => {
    expect(() => hubCallOf(args, {})).toThrow(why);
  });

  it.each([
    ['--port', 'many'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--colour', 'blue'],
    ['--metrics-port', '70000'],
    ['--retire', 'KSM01', '--reason', 'sold'],
    ['--forget', 'plate:KMGA001A', '--reason', 'written off'],
    ['--limits', '{"stopAfterHours": 0}'],
  ])('%s %s is refused', (...args) => {
    expect(() => hubCallOf(args, {})).toThrow(args[0]);
  });

  it('--help asks for help', () => {
    expect(hubCallOf(['--help'], {})).toBeNull();
  });
});
