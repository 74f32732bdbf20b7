import { buffer } from 'node:stream/consumers';
import sax from 'sax';
import { fromBufferPromise } from 'yauzl';

/** The first sheet as texts, unpacked whole and parsed in one go: what the same libraries need without guards, worker or streaming. */
export async function plainXlsx(bytes: Buffer): Promise<string[][]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const rows: string[][] = [];
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.startsWith('xl/worksheets/')) continue;
    const xml = await buffer(await zip.openReadStreamPromise(entry));
    const parser = sax.parser(true, { position: false });
    parser.onopentag = ({ name }) => void (name === 'row' && rows.push([]));
    parser.ontext = (text) => rows.at(-1)?.push(text);
    parser.write(xml.toString()).close();
  }
  return rows;
}
