/** Long enough for the host's own dialog to have asked where to. */
const urlLifeMs = 10 * 60_000;

/** Saves a file where the host's own dialog or download folder says. */
export function saveFile(file: Blob, fileName: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), urlLifeMs);
}
