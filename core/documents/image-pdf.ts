import { deflateSync } from 'node:zlib';

/** One page that is one picture: red, green and blue bytes, row by row from the top. */
export type PicturePage = Readonly<{
  pixels: Uint8Array;
  pixelsWide: number;
  pixelsHigh: number;
  widthMm: number;
  heightMm: number;
}>;

const POINTS_PER_MM = 72 / 25.4;

/** A PDF as a scanner makes it: every page is one compressed colour image that fills the page. */
export function picturePdf(pages: readonly PicturePage[]): Buffer {
  const firstPageNumber = 3;
  const pageNumbers = pages.map((_, index) => firstPageNumber + index * 3);
  const kids = pageNumbers.map((number) => `${number} 0 R`).join(' ');
  return pdfFile([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    ...pages.flatMap((page, index) => pictureObjects(page, firstPageNumber + index * 3)),
  ]);
}

/** A page, what it paints and its image; they take the three object numbers from `number` on. */
function pictureObjects({ pixels, pixelsWide, pixelsHigh, widthMm, heightMm }: PicturePage, number: number): readonly (string | Buffer)[] {
  const width = (widthMm * POINTS_PER_MM).toFixed(2);
  const height = (heightMm * POINTS_PER_MM).toFixed(2);
  const resources = `<</XObject<</Scan ${number + 2} 0 R>>>>`;
  const image = `/Type/XObject/Subtype/Image/Width ${pixelsWide}/Height ${pixelsHigh}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode`;
  return [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources ${resources}/Contents ${number + 1} 0 R>>`,
    pdfStream('', Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /Scan Do Q`)),
    pdfStream(image, deflateSync(pixels)),
  ];
}

/** `entries` are those of the stream's dictionary, without the length. */
export function pdfStream(entries: string, data: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`<<${entries}/Length ${data.length}>>\nstream\n`, 'latin1'), data, Buffer.from('\nendstream')]);
}

/** Numbers the objects from 1, the first being the catalog, and writes the table of where each one begins (ISO 32000-1, 7.5). */
export function pdfFile(objects: readonly (string | Uint8Array)[], trailerEntries = ''): Buffer {
  const header = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
  const parts = [header, ...objects.map((object, index) => numbered(index + 1, object))];
  const offsets: number[] = [];
  let length = 0;
  for (const part of parts) offsets.push((length += part.length));
  const entries = offsets.slice(0, -1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`;
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R${trailerEntries}>>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table + trailer, 'latin1')]);
}

function numbered(number: number, object: string | Uint8Array): Buffer {
  const body = typeof object === 'string' ? Buffer.from(object, 'latin1') : object;
  return Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
}
