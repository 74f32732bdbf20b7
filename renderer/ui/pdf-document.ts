import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Opens a PDF; the reader itself is fetched when the first one is looked at. Whoever opens it closes it with `loadingTask.destroy()`. */
export async function openPdf(file: Blob): Promise<PDFDocumentProxy> {
  const [pdfjs, worker, data] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
    file.arrayBuffer(),
  ]);
  pdfjs.GlobalWorkerOptions.workerSrc = worker.default;
  return pdfjs.getDocument({ data }).promise;
}
