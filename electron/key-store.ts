import { safeStorage } from 'electron';
import type { KeyStore } from '#core/host.ts';

/**
 * The key store of the operating system (DPAPI, Keychain, a Linux keyring), or null where there is none: Linux without a keyring
 * would keep the key beside what it locks, so there a person gives a passphrase at each start.
 */
export async function openKeyStore(): Promise<KeyStore | null> {
  if (process.platform === 'linux' && !hasKeyring()) return null;
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
  return {
    wrap: (secret) => safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64')),
    unwrap: async (wrapped) => Buffer.from((await safeStorage.decryptStringAsync(Buffer.from(wrapped))).result, 'base64'),
  };
}

function hasKeyring(): boolean {
  const backend = safeStorage.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
}
