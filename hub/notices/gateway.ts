/** Why an owner was not reached, or perhaps was; offices have words for each. */
export type NoticeReason =
  | 'no-phone'
  | 'number-rejected'
  | 'no-balance'
  | 'gateway-refused'
  | 'gateway-down'
  | 'outcome-unknown'
  | 'replaced';

/** What is known of one message after it was given to a gateway. */
export type SendOutcome =
  | { readonly outcome: 'accepted'; readonly messageId: string }
  /** It will never be taken. */
  | { readonly outcome: 'rejected'; readonly reason: NoticeReason }
  /** It was surely not taken, and may be later. */
  | { readonly outcome: 'retry'; readonly reason: NoticeReason }
  /** It may be on its way: the answer was lost, late or unreadable. */
  | { readonly outcome: 'unknown' };

export interface TextMessage {
  /** E.164. */
  readonly phone: string;
  readonly text: string;
}

/** A way to send text messages. It never throws. */
export interface MessageGateway {
  send(message: TextMessage): Promise<SendOutcome>;
}
