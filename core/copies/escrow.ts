import { instantOf, type Instant } from '#shared/base/instant.ts';
import { sealContexts } from '#shared/protocol/seal.ts';
import { sealFor } from '../crypto/seal.ts';
import { secretCode } from '../keys/recovery-code.ts';
import { getHubSealKey, type OfficeIdentity } from '../office/identity.ts';
import type { Storage } from '../storage.ts';
import type { HubClient } from '../sync/hub-client.ts';
import type { CopiesFile } from './copies-file.ts';

export interface EscrowDeps {
  readonly hub: Pick<HubClient, 'escrow' | 'onContact'>;
  readonly storage: Pick<Storage, 'reader'>;
  readonly identity: () => OfficeIdentity;
  readonly secret: Buffer;
  readonly facts: CopiesFile;
  readonly now: () => number;
  readonly onSent: () => void;
}

/** Leaves the office's key with the hub as a code to type, sealed so that only the hub opens it, at the first contact at which that works. */
export function keepEscrow({ hub, storage, identity, secret, facts, now, onSent }: EscrowDeps): void {
  let isSending = false;
  const sent = async (at: Instant) => {
    await facts.keep({ escrowSentAt: at });
    onSent();
  };
  const send = async () => {
    isSending = true;
    try {
      const context = sealContexts.escrow(identity().deviceId);
      const reply = await hub.escrow(sealFor(getHubSealKey(storage.reader), context, Buffer.from(secretCode(secret))));
      if (reply.kind === 'answer') await sent(instantOf(now()));
    } finally {
      isSending = false;
    }
  };
  hub.onContact(() => {
    if (!isSending && facts.facts().escrowSentAt === null) void send().catch(() => undefined);
  });
}
