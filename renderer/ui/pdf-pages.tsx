import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { Loading } from './loading.tsx';
import { openPdf } from './pdf-document.ts';
import classes from './pdf-pages.module.css';

interface PdfPagesProps {
  readonly file: Blob;
  readonly pageLabel: (page: number, pages: number) => string;
  /** Said instead of the pages where the file cannot be read. */
  readonly failed: string;
  /** Only so many pages, for a glance. */
  readonly atMost?: number | undefined;
}

type Opened = { readonly file: Blob; readonly pdf: PDFDocumentProxy | 'failed' };

/** Every page of a PDF, one below the other, as wide as its place. */
export function PdfPages({ file, pageLabel, failed, atMost }: PdfPagesProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const opening = openPdf(file);
    opening.then(
      (pdf) => isCurrent && setOpened({ file, pdf }),
      () => isCurrent && setOpened({ file, pdf: 'failed' }),
    );
    return () => {
      isCurrent = false;
      opening.then(
        (pdf) => pdf.loadingTask.destroy(),
        () => undefined,
      );
    };
  }, [file]);
  if (opened === null || opened.file !== file) return <Loading />;
  if (opened.pdf === 'failed') return <p className={classes['failed']}>{failed}</p>;
  const { pdf } = opened;
  const count = Math.min(pdf.numPages, atMost ?? pdf.numPages);
  return (
    <div className={classes['pages']}>
      {Array.from({ length: count }, (_none, index) => (
        <PdfPage key={index} pdf={pdf} page={index + 1} label={pageLabel(index + 1, pdf.numPages)} />
      ))}
    </div>
  );
}

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly label: string;
}

/** Drawn at twice the pixels of its place, so that small print is sharp on every screen. */
const sharpness = 2;

function PdfPage({ pdf, page, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const life = new AbortController();
    void draw({ pdf, page, canvas: canvas.current, signal: life.signal }).catch(() => undefined);
    return () => life.abort();
  }, [pdf, page]);
  return <canvas ref={canvas} className={classes['page']} role="img" aria-label={label} />;
}

interface Drawing {
  readonly pdf: PDFDocumentProxy;
  readonly page: number;
  readonly canvas: HTMLCanvasElement | null;
  readonly signal: AbortSignal;
}

async function draw({ pdf, page, canvas, signal }: Drawing): Promise<void> {
  const proxy = await pdf.getPage(page);
  if (canvas === null || signal.aborted) return;
  const { width } = proxy.getViewport({ scale: 1 });
  const viewport = proxy.getViewport({ scale: ((canvas.parentElement?.clientWidth ?? width) / width) * sharpness });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = proxy.render({ canvas, viewport });
  signal.addEventListener('abort', () => task.cancel(), { once: true });
  await task.promise;
}
