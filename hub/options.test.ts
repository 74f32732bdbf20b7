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
      issueCode: null,
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
    ['--port', 'many'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--colour', 'blue'],
  ])('%s %s is refused', (...args) => {
    expect(() => hubCallOf(args, {})).toThrow(args[0]);
  });

  it('--help asks for help', () => {
    expect(hubCallOf(['--help'], {})).toBeNull();
  });
});
