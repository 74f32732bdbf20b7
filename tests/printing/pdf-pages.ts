import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const mmPerPoint = 25.4 / 72;

/** The size of each page of a PDF, read by a library that did not make it. */
export async function pagesOf(pdf: Uint8Array): Promise<readonly { readonly widthMm: number; readonly heightMm: number }[]> {
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
  return pages.map((page) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    return { widthMm: (right - left) * mmPerPoint, heightMm: (top - bottom) * mmPerPoint };
  });
}
