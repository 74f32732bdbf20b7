/** Why the hub turns a whole request away (`hubRefusal` of `messages.ts`): nothing of it was done. A closed list, for the sentences. */
export const hubRefusalCodes = [
  /** No such path, method, or content type; a body that is too large, too deep, unreadable, or not the message of this path. */
  'request.unknown-path',
  'request.method',
  'request.content-type',
  'request.too-large',
  'request.too-deep',
  'request.unreadable',
  'request.invalid',
  /** `oldest` and `newest` are the versions this hub answers. */
  'request.protocol',
  /** The signature is not this device's, or the PC's clock is more than a day from `hubTime`. */
  'request.signature',
  'request.clock',
  'device.unknown',
  'device.revoked',
  /** It was told to stop, has sent its queue, and left. */
  'device.left',
  'enrol.code-wrong',
  /** The journal does not join what the hub has of it; `seq` names the entry. */
  'chain.epoch',
  'chain.order',
  'chain.gap',
  'chain.fork',
  'chain.hash',
  'chain.payload',
  'chain.previous',
  'chain.entry-repeated',
  'chain.signature',
  /** No way to send messages, or `limit` codes an hour were sent to this phone; try again after `retryAfterSeconds`. */
  'code.no-sms',
  'code.too-many',
  'code.not-sent',
  /** A letter carried by hand: no letter, changed on the way, or sealed for another hub. */
  'post.not-a-letter',
  'post.altered',
  'post.other-hub',
  'scan.lost',
  'scan.differs',
  /** A part of a scan for another place than the next; `offset` is where that is. */
  'scan.wrong-place',
  /** The hub is away from its database, or has a fault whose `reference` stands in its log. */
  'hub.busy',
  /** 429: too many at once; come again after `retryAfterSeconds`. */
  'hub.crowded',
  'hub.fault',
] as const;
export type HubRefusalCode = (typeof hubRefusalCodes)[number];
