import { readFileSync } from 'node:fs';
import * as z from 'zod';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The key travels in each request, so only this PC is spoken to in the clear. */
function keepsSecrets(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
}

const messageSettings = z.strictObject({
  url: z.url().refine(keepsSecrets, 'The address of the gateway begins with https://').default('https://api.africastalking.com'),
  username: z.string().min(1),
  apiKey: z.string().min(1),
  /** Registered with the gateway; empty: its own. */
  sender: z.string().max(15).default(''),
});
export type MessageSettings = z.infer<typeof messageSettings>;

/** The gateway's account, from a file or from the environment and never from the command line; null: this hub sends no messages. */
export function messageSettingsOf(file: string | undefined, env: Readonly<Record<string, string | undefined>>): MessageSettings | null {
  if (file !== undefined) return checked(`--sms-file ${file}`, jsonOf(file));
  const apiKey = env['KAUNTA_SMS_API_KEY'];
  if (apiKey === undefined) return null;
  const url = env['KAUNTA_SMS_URL'];
  return checked('KAUNTA_SMS_…', {
    ...(url !== undefined && { url }),
    username: env['KAUNTA_SMS_USERNAME'],
    apiKey,
    sender: env['KAUNTA_SMS_SENDER'],
  });
}

/** What a parser says of a file quotes it, and this one holds a key. */
function jsonOf(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`--sms-file ${file} is no JSON`);
  }
}

function checked(from: string, value: unknown): MessageSettings {
  const parsed = messageSettings.safeParse(value);
  if (!parsed.success) throw new Error(`${from}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
