import { refusalCodes, type RefusalCode, type RefusalFacts } from '#shared/domain/refusal.ts';
import { AppError } from '../refusal.ts';

/** Why nothing usable came back: the practice switch, the network, or an answer that no Kaunta hub gives (half an answer, a captive portal). */
export type Silence = 'line-cut' | 'line-down' | 'not-understood';

export interface HubRefusal {
  readonly kind: 'refusal';
  readonly status: number;
  readonly code: string;
  readonly facts: RefusalFacts;
  readonly retryAfterMs: number | null;
}

export interface HubSilence {
  readonly kind: 'silence';
  readonly reason: Silence;
}

/** What came back from the hub. After a silence nobody knows whether the hub did what it was asked. */
export type HubReply<Answer> = { readonly kind: 'answer'; readonly answer: Answer } | HubRefusal | HubSilence;

/** For calls that a person waits for: the answer, or the refusal that the screen has a sentence for. */
export function answerOf<Answer>(reply: HubReply<Answer>): Answer {
  if (reply.kind === 'answer') return reply.answer;
  if (reply.kind === 'silence') throw new AppError('hub.unreachable', { reason: reply.reason });
  if (isRefusalCode(reply.code)) throw new AppError(reply.code, reply.facts);
  throw new AppError('hub.refused', { ...reply.facts, code: reply.code });
}

function isRefusalCode(code: string): code is RefusalCode {
  return (refusalCodes as readonly string[]).includes(code);
}
