import { openPdf } from '#renderer/ui/pdf-document.ts';

/** A picture of a phone is shrunk to this; a code of 69 modules on it stays readable. */
const mostPixels = 2_400;
/** Wide enough for 0.44 mm modules on an A4 page to be five pixels each. */
const pagePixels = 2_400;
const mostPages = 5;
/** How long one picture is looked at; a camera has the next one soon. */
const fileLookMs = 3_000;
const frameLookMs = 120;

/** The text of a code in a picture or on a page of a PDF; undefined where there is none. */
export async function codeInFile(file: File): Promise<string | undefined> {
  return file.type === 'application/pdf' || file.name.toLowerCase().endsWith('.pdf') ? codeInPdf(file) : codeInPicture(file);
}

/** The text of a code in what a camera shows now. */
export async function codeInFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): Promise<string | undefined> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0) return undefined;
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen?.drawImage(video, 0, 0);
  return pen ? codeIn(pen.getImageData(0, 0, width, height), frameLookMs) : undefined;
}

async function codeInPicture(file: File): Promise<string | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, mostPixels / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return pen ? codeIn(pen.getImageData(0, 0, canvas.width, canvas.height), fileLookMs) : undefined;
}

async function codeInPdf(file: File): Promise<string | undefined> {
  const pdf = await openPdf(file).catch(() => undefined);
  if (!pdf) return undefined;
  try {
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number += 1) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: pagePixels / page.getViewport({ scale: 1 }).width });
      const canvas = Object.assign(document.createElement('canvas'), {
        width: Math.round(viewport.width),
        height: Math.round(viewport.height),
      });
      await page.render({ canvas, viewport }).promise;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
      const found = pixels && (await codeIn(pixels, fileLookMs));
      if (found !== undefined) return found;
    }
    return undefined;
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** The reader is fetched when the first picture is looked at. It throws where it finds nothing. */
async function codeIn(pixels: ImageData, timeLimit: number): Promise<string | undefined> {
  const { decodeQR } = await import('qr/decode.js');
  try {
    return decodeQR(pixels, { timeLimit, effort: 8 });
  } catch {
    return undefined;
  }
}
