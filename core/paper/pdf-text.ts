import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page as pdf.js reads it, with single spaces between the pieces. */
export async function textOfPages(pdf: Uint8Array): Promise<readonly string[]> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await loading.promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/gu, ' ');
    }),
  );
  await loading.destroy();
  return pages;
}
