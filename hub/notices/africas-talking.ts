import * as z from 'zod';
import type { MessageGateway, SendOutcome, TextMessage } from './gateway.ts';
import type { MessageSettings } from './settings.ts';

/** A gateway that is slower than this is not waited for. Longer than the ten seconds in which a connection is given up. */
const answerWithinMs = 20_000;
const maxAnswerBytes = 64_000;

const answerShape = z.object({
  SMSMessageData: z.object({
    Recipients: z.array(z.object({ statusCode: z.int(), messageId: z.string().default('') })),
  }),
});

/** The HTTP form of Africa's Talking, which other gateways speak too: one form-encoded POST, answered with a code for each recipient. */
export function openAfricasTalking(settings: MessageSettings, timeoutMs: number = answerWithinMs): MessageGateway {
  return {
    send: async (message) => {
      try {
        const response = await post(settings, message, timeoutMs);
        const text = await readText(response);
        return response.ok ? outcomeOf(text) : outcomeOfStatus(response.status);
      } catch (error) {
        return wasNeverSent(error) ? { outcome: 'retry', reason: 'gateway-down' } : { outcome: 'unknown' };
      }
    },
  };
}

function post({ url, username, apiKey, sender }: MessageSettings, { phone, text }: TextMessage, timeoutMs: number): Promise<Response> {
  return fetch(new URL('version1/messaging', url.endsWith('/') ? url : `${url}/`), {
    method: 'POST',
    headers: { apiKey, accept: 'application/json' },
    body: new URLSearchParams({ username, to: phone, message: text, ...(sender !== '' && { from: sender }) }),
    // The key goes to no other address.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
}

async function readText(response: Response): Promise<string> {
  let bytes = Buffer.alloc(0);
  for await (const chunk of response.body ?? []) {
    bytes = Buffer.concat([bytes, chunk]);
    if (bytes.length > maxAnswerBytes) throw new RangeError('The gateway talks too much');
  }
  return bytes.toString('utf8');
}

function outcomeOf(text: string): SendOutcome {
  const parsed = answerShape.safeParse(jsonOf(text));
  if (!parsed.success) return { outcome: 'unknown' };
  const [recipient] = parsed.data.SMSMessageData.Recipients;
  // Without a recipient the whole message was refused, such as for a sender that is not registered.
  if (!recipient) return { outcome: 'retry', reason: 'gateway-refused' };
  return outcomeOfCode(recipient.statusCode, recipient.messageId);
}

/** The codes that the gateway publishes; one that is new says nothing, so the message may be on its way. */
function outcomeOfCode(code: number, messageId: string): SendOutcome {
  switch (code) {
    // Processed, sent, queued.
    case 100:
    case 101:
    case 102:
      return { outcome: 'accepted', messageId };
    // An invalid number, and one of a kind that gets no messages.
    case 403:
    case 404:
      return { outcome: 'rejected', reason: 'number-rejected' };
    case 405:
      return { outcome: 'retry', reason: 'no-balance' };
    // The owner wants none.
    case 406:
    case 409:
      return { outcome: 'rejected', reason: 'gateway-refused' };
    // Held back, a sender that is not registered, no route: for the operator to mend.
    case 401:
    case 402:
    case 407:
      return { outcome: 'retry', reason: 'gateway-refused' };
    // Faults of the gateway.
    case 500:
    case 501:
    case 502:
      return { outcome: 'retry', reason: 'gateway-down' };
    default:
      return { outcome: 'unknown' };
  }
}

/** What stands between this hub and the gateway answers 502 and 504, when nobody knows what lies behind it did. */
function outcomeOfStatus(status: number): SendOutcome {
  if (status === 502 || status === 504) return { outcome: 'unknown' };
  return { outcome: 'retry', reason: status >= 500 || status === 429 ? 'gateway-down' : 'gateway-refused' };
}

const beforeSending =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_.*|.*_CERT_?.*)$/u;

/** There was no connection over which anything could have been sent. */
function wasNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'code' in cause && beforeSending.test(String(cause.code));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
