import type { SmsGateway } from '../codes/sms.ts';
import type { MessageGateway } from './gateway.ts';
import { codeText } from './words.ts';

/** One-time codes by the gateway of the messages to owners. A code whose fate is unknown counts as not sent: the party asks for another. */
export function codesBy(messages: MessageGateway): SmsGateway {
  return {
    sendCode: async ({ phone, ...message }) => {
      const { outcome } = await messages.send({ phone, text: codeText(message) });
      if (outcome !== 'accepted') throw new Error(`Not sent: ${outcome}`);
    },
  };
}
