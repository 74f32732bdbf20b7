import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../host.ts';
import { keepStartOptions, readStartOptions } from './start-options.ts';

describe('start options', () => {
  it('are none when nothing is said', () => {
    expect(readStartOptions([])).toEqual({ dataDir: undefined, practice: false, hubUrl: undefined, port: undefined });
  });

  it('are read in both spellings, among switches of Electron', () => {
    const said = ['--no-sandbox', '--data', '/srv/kaunta', '--practice', '--hub=https://hub.example', '--port', '0', '--type=renderer'];
    expect(readStartOptions(said)).toEqual({ dataDir: '/srv/kaunta', practice: true, hubUrl: 'https://hub.example', port: 0 });
  });

  it.each([
    [['--port', 'abc'], '--port needs a number from 0 (any free port) to 65535.'],
    [['--port', '65536'], '--port needs a number from 0 (any free port) to 65535.'],
    [['--port=-1'], '--port needs a number from 0 (any free port) to 65535.'],
    [['--data'], '--data needs a value.'],
    [['--data', '--practice'], '--data needs a value.'],
    [['--data='], '--data needs a value.'],
    [['--hub', 'hub.example'], '--hub needs an address that begins with http:// or https://.'],
    [['--hub', 'file:///etc/passwd'], '--hub needs an address that begins with http:// or https://.'],
  ])('%j gets its sentence', (said, sentence) => {
    expect(() => readStartOptions(said)).toThrow(sentence);
  });

  it('that are settings are kept as settings, and the others are not touched', () => {
    const settings: Settings = { ...defaultSettings };
    const file = {
      get: <K extends keyof Settings>(key: K) => settings[key],
      set: <K extends keyof Settings>(key: K, value: Settings[K]) => {
        settings[key] = value;
      },
    };
    keepStartOptions(readStartOptions(['--practice', '--hub', 'https://hub.example']), file);
    keepStartOptions(readStartOptions([]), file);
    expect(settings).toEqual({ ...defaultSettings, mode: 'practice', hubUrl: 'https://hub.example' });
  });
});
