/** One message to one phone; the gateway finds the words in the party's language. */
export interface CodeMessage {
  /** E.164. */
  readonly phone: string;
  readonly code: string;
  readonly locale: 'en' | 'sw';
}

/** A way to send messages; a throw means that it was not sent. */
export interface SmsGateway {
  sendCode(message: CodeMessage): Promise<void>;
}
