import { setImmediate as giveWay } from 'node:timers/promises';
import type { TableToWrite } from './write-table.ts';

const rowsAtOnce = 500;

/** With the mark and the line ends by which Excel knows UTF-8. */
export async function csvOf({ columns, rows }: TableToWrite): Promise<Uint8Array> {
  const blocks: string[] = ['\uFEFF', line(columns.map(({ heading }) => heading))];
  let count = 0;
  for (const row of rows) {
    blocks.push(line(row));
    count += 1;
    if (count % rowsAtOnce === 0) await giveWay();
  }
  return Buffer.from(blocks.join(''));
}

function line(texts: readonly string[]): string {
  return `${texts.map(cell).join(',')}\r\n`;
}

/** The apostrophe that spreadsheets know for `this is text`; the reader takes it away again. */
function cell(text: string): string {
  const safe = /^'*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",;|\t\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
