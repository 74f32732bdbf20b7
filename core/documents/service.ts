import { AppError } from '../refusal.ts';
import type { Vault } from './vault.ts';

/** What other features may ask of documents; their SQL stays in `store.ts`. */
export { storeChecked, type ScanDeps, type StoredScan } from './store-checked.ts';
export { knowsScan, listLostScans, listScans, listScansToSend, noteAtHub, noteFound, noteLost, type Scan } from './store.ts';

/** The bytes of a scan, or the refusal that tells the clerk to scan the paper again. */
export async function readScan(vault: Vault, sha256: string): Promise<Uint8Array> {
  try {
    return await vault.get(sha256);
  } catch {
    throw new AppError('scan.lost', { sha256: sha256.slice(0, 8) });
  }
}

export function pdfFile(bytes: Uint8Array, name: string): File {
  return new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });
}
