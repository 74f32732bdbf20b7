import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { TableRow } from '#shared/domain/table-file.ts';
import { decode, type DecodedSlice } from './encoding.ts';
import { findSeparator } from './separator.ts';
import type { ReadOrder, TableSource } from './source.ts';
import { csvCell } from './text-cell.ts';
import { TroubleFound } from './trouble.ts';

const rowsAtOnce = 256;

export function openCsv(order: ReadOrder): TableSource {
  return { format: 'csv', sheets: [], rows: csvRows(order) };
}

async function* csvRows({ bytes, limits, onShare }: ReadOrder): AsyncGenerator<readonly TableRow[]> {
  const slices = decode(bytes);
  const first = slices.next().value;
  if (first === undefined) return;
  const { separator, hasOwnLine } = findSeparator(first.text);
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: limits.recordChars,
  });
  Readable.from(texts(first, slices, onShare))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  let rows: TableRow[] = [];
  let count = 0;
  try {
    for await (const record of parser as AsyncIterable<readonly string[]>) {
      count += 1;
      if (count === 1 && hasOwnLine) continue;
      if (record.length > limits.columns && record.slice(limits.columns).some((text) => text.trim() !== '')) {
        throw new TroubleFound({ code: 'too-many-columns', row: count, limit: limits.columns });
      }
      rows.push({ row: count, cells: record.slice(0, limits.columns).map(csvCell) });
      if (rows.length < rowsAtOnce) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    throw error instanceof CsvError ? csvTrouble(error, limits.recordChars) : error;
  }
  if (rows.length > 0) yield rows;
}

function* texts(first: DecodedSlice, rest: Iterable<DecodedSlice>, onShare: (share: number) => void): Generator<string> {
  yield first.text;
  onShare(first.share);
  for (const { text, share } of rest) {
    yield text;
    onShare(share);
  }
}

/** Records that were whole before the fault may still wait to be read, so the row is counted by the parser. */
function csvTrouble(error: CsvError, limit: number): TroubleFound {
  const row = Number(error['records']) + 1;
  return new TroubleFound(error.code === 'CSV_MAX_RECORD_SIZE' ? { code: 'record-too-long', row, limit } : { code: 'quotes', row });
}
