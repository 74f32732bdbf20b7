import { afterEach, describe, expect, it } from 'vitest';
import { openAfricasTalking } from '#hub/notices/africas-talking.ts';
import { codesBy } from '#hub/notices/codes.ts';
import { messageSettingsOf } from '#hub/notices/settings.ts';
import { openGatewayDouble, recipient, status, type GatewayAnswer } from './notices-gateway-double.ts';

const message = { phone: '+254712000678', text: "The logbook of KMGA 001A is ready & waits: bring 'it' = +1" };
let double: Awaited<ReturnType<typeof openGatewayDouble>> | undefined;
afterEach(() => double?.close());

async function outcomeOf(answer: GatewayAnswer, timeoutMs?: number) {
  double = await openGatewayDouble(answer);
  return double.gateway(timeoutMs).send(message);
}

describe('the gateway', () => {
  it('gets one form with the account, the phone, the words and the sender, and the key in a header alone', async () => {
    expect(await outcomeOf(recipient(101))).toEqual({ outcome: 'accepted', messageId: 'id-101' });
    expect(double?.calls).toMatchObject([
      {
        path: '/version1/messaging',
        headers: {
          apikey: 'secret-key',
          accept: 'application/json',
          'content-type': expect.stringContaining('x-www-form-urlencoded') as string,
        },
        form: { username: 'kaunta', to: message.phone, message: message.text, from: 'KAUNTA' },
      },
    ]);
    expect(JSON.stringify(double?.calls[0]?.form)).not.toContain('secret-key');
  });

  it.each([
    ['processed', recipient(100), { outcome: 'accepted', messageId: 'id-100' }],
    ['queued', recipient(102), { outcome: 'accepted', messageId: 'id-102' }],
    ['an invalid number', recipient(403), { outcome: 'rejected', reason: 'number-rejected' }],
    ['a number on the black list', recipient(406), { outcome: 'rejected', reason: 'gateway-refused' }],
    ['an empty account', recipient(405), { outcome: 'retry', reason: 'no-balance' }],
    ['a fault of the gateway', recipient(501), { outcome: 'retry', reason: 'gateway-down' }],
    ['a code that is new', recipient(999), { outcome: 'unknown' }],
    [
      'nobody',
      status(201, '{"SMSMessageData":{"Message":"InvalidSenderId","Recipients":[]}}'),
      { outcome: 'retry', reason: 'gateway-refused' },
    ],
    ['garbage', status(200, '<html>Welcome to the lobby'), { outcome: 'unknown' }],
    ['far too much', status(200, 'x'.repeat(100_000)), { outcome: 'unknown' }],
    ['a wrong key', status(401, 'The supplied authentication is invalid'), { outcome: 'retry', reason: 'gateway-refused' }],
    ['too many requests', status(429), { outcome: 'retry', reason: 'gateway-down' }],
    ['500', status(500), { outcome: 'retry', reason: 'gateway-down' }],
    ['a proxy that lost the answer', status(504), { outcome: 'unknown' }],
    ['a line that was cut', (response) => response.destroy(), { outcome: 'unknown' }],
  ] satisfies [string, GatewayAnswer, object][])(
    'that answers with %s says what is known of the message',
    async (_title, answer, outcome) => {
      expect(await outcomeOf(answer)).toEqual(outcome);
    },
  );

  it('that answers too late, or never to the end, may have sent it', async () => {
    expect(await outcomeOf(() => undefined, 100)).toEqual({ outcome: 'unknown' });
    await double?.close();
    expect(await outcomeOf((response) => response.writeHead(201).write('{"SMSMess'), 100)).toEqual({ outcome: 'unknown' });
  });

  it('that is slow is waited for', async () => {
    const slow: GatewayAnswer = (response) => setTimeout(() => recipient(101)(response), 300);
    expect(await outcomeOf(slow)).toMatchObject({ outcome: 'accepted' });
  });

  it('that nobody reaches has sent nothing', async () => {
    double = await openGatewayDouble();
    const gateway = double.gateway();
    await double.close();
    double = undefined;
    expect(await gateway.send(message)).toEqual({ outcome: 'retry', reason: 'gateway-down' });
  });

  it('gives its key to no other address', async () => {
    const other = await openGatewayDouble();
    expect(await outcomeOf((response) => response.writeHead(307, { location: `${other.url}/version1/messaging` }).end())).toMatchObject({
      outcome: 'retry',
    });
    expect(other.calls).toEqual([]);
    await other.close();
  });

  it('sends one-time codes too, and one that may have been sent counts as not sent', async () => {
    double = await openGatewayDouble(recipient(101), status(504));
    const codes = codesBy(double.gateway());
    await codes.sendCode({ phone: message.phone, code: '123456', locale: 'sw' });
    expect(double.calls[0]?.form['message']).toContain('123456');
    await expect(codes.sendCode({ phone: message.phone, code: '123456', locale: 'en' })).rejects.toThrow('unknown');
  });
});

describe('the account of the gateway', () => {
  it('is off unless the environment has a key', () => {
    expect(messageSettingsOf(undefined, {})).toBeNull();
    expect(messageSettingsOf(undefined, { KAUNTA_SMS_API_KEY: 'k', KAUNTA_SMS_USERNAME: 'u' })).toEqual({
      url: 'https://api.africastalking.com',
      username: 'u',
      apiKey: 'k',
      sender: '',
    });
  });

  it('is refused without a user name, and where the key would travel in the clear, in words that do not show it', () => {
    const env = { KAUNTA_SMS_API_KEY: 'hush-hush', KAUNTA_SMS_USERNAME: 'u', KAUNTA_SMS_URL: 'http://gateway.example' };
    expect(() => messageSettingsOf(undefined, env)).toThrow('https://');
    expect(() => messageSettingsOf(undefined, { KAUNTA_SMS_API_KEY: 'hush-hush' })).toThrow(/^(?!.*hush-hush).*username/su);
  });

  it('can be any address that speaks the form', () => {
    expect(() => openAfricasTalking({ url: 'https://gateway.example/form', username: 'u', apiKey: 'k', sender: '' })).not.toThrow();
  });
});
