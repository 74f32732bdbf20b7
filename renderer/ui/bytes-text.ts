import type { Words } from '#shared/text/text.ts';

/** `1.2 GB`, `840 MB`, `3 KB`, in steps of a thousand as disks are sold. */
export function bytesText(bytes: number, words: Words['frame']): string {
  if (bytes >= 1e9) return words.gigabytes((bytes / 1e9).toFixed(1));
  if (bytes >= 1e6) return words.megabytes((bytes / 1e6).toFixed(0));
  return words.kilobytes(Math.max(1, bytes / 1e3).toFixed(0));
}
