import { parseArgs } from 'node:util';
import type { SettingsFile } from '../host.ts';

/** What a person may say on the command line; both hosts take the same words (DESIGN §6). */
export interface StartOptions {
  readonly dataDir: string | undefined;
  readonly practice: boolean;
  readonly hubUrl: string | undefined;
  /** 0 takes any free port; undefined the usual one while it is free. Only the web host listens. */
  readonly port: number | undefined;
}

/** Electron's own switches stand among the arguments, so unknown ones are passed over. The message of a thrown error is for the person. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { data: { type: 'string' }, practice: { type: 'boolean' }, hub: { type: 'string' }, port: { type: 'string' } },
  });
  return {
    dataDir: textOption('data', values.data),
    practice: values.practice === true,
    hubUrl: hubOption(textOption('hub', values.hub)),
    port: portOption(textOption('port', values.port)),
  };
}

/** Options that are settings said once on the command line stay settings afterwards. */
export function keepStartOptions(options: StartOptions, settings: SettingsFile): void {
  if (options.practice) settings.set('mode', 'practice');
  if (options.hubUrl !== undefined) settings.set('hubUrl', options.hubUrl);
}

function textOption(name: string, value: string | boolean | undefined): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '' && !value.startsWith('--'))) return value;
  throw new StartOptionProblem(`--${name} needs a value.`);
}

function hubOption(text: string | undefined): string | undefined {
  if (text === undefined || /^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new StartOptionProblem('--hub needs an address that begins with http:// or https://.');
}

function portOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartOptionProblem('--port needs a number from 0 (any free port) to 65535.');
}

/** A word on the command line that cannot be meant; its message is one sentence for the person who typed it. */
export class StartOptionProblem extends Error {
  override readonly name = 'StartOptionProblem';
}
