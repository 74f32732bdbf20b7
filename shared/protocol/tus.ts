import { hubPaths } from './request.ts';

/**
 * Scans go up by tus 1.0.0 (https://tus.io/protocols/resumable-upload, core and creation), so that a line that breaks at 60 % goes on
 * there. An upload is named by what it will be: the hash of its bytes and how many they are, so whoever asks to create it again is told
 * how much of it has arrived. Each part is signed like every request; the hub keeps it on its disk before it says so.
 */
export const tus = {
  version: '1.0.0',
  contentType: 'application/offset+octet-stream',
  /** Bytes that the hub takes in one part. */
  mostPartBytes: 1_000_000,
  headers: {
    version: 'tus-resumable',
    length: 'upload-length',
    offset: 'upload-offset',
    metadata: 'upload-metadata',
  },
} as const;

/** Where the parts of an upload go. */
export function uploadPath({ sha256, bytes }: { readonly sha256: string; readonly bytes: number }): string {
  return `${hubPaths.scans}/${sha256}/${bytes}`;
}
