/** Long enough for the print dialog to have read the file; the frame is removed when the next paper is printed at the latest. */
const frameLifeMs = 10 * 60_000;

/** Hands a PDF to the print dialog of the host, without leaving the page. */
export function printPdf(file: Blob): void {
  const url = URL.createObjectURL(file);
  const frame = document.createElement('iframe');
  // A frame that is not displayed at all prints nothing.
  Object.assign(frame.style, { position: 'fixed', width: '0', height: '0', border: '0' });
  frame.src = url;
  frame.addEventListener('load', () => frame.contentWindow?.print(), { once: true });
  document.body.append(frame);
  setTimeout(() => {
    frame.remove();
    URL.revokeObjectURL(url);
  }, frameLifeMs);
}
