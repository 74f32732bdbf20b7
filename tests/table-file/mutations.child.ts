import { parentPort, workerData } from 'node:worker_threads';
import { TABLE_LIMITS } from '#core/table-file/limits.ts';
import { workbook, rowsXml, inline, value, sheet } from './made-workbook.ts';
import { chanceOf, mutated, type Chance } from './mutate.ts';
import { readHere } from './read-here.ts';

/** What the test asks: every mutation is named by the seed and its number. */
export interface MutationOrder {
  readonly parser: 'csv' | 'xlsx';
  readonly seed: number;
  readonly count: number;
}

export type MutationAnswer =
  | { readonly kind: 'tried' | 'ended'; readonly number: number }
  | { readonly kind: 'failed'; readonly number: number; readonly error: string };

const { parser, seed, count } = workerData as MutationOrder;
const say = (answer: MutationAnswer): void => parentPort?.postMessage(answer);

const csv = Buffer.from(`Chassis,Engine,Date,Owner\n${'MD2A11AY8RWE04217,"E,1",25/03/2026,"Wanjirũ ""W"" & Sons"\n'.repeat(40)}`);
const csvBases = [
  csv,
  Buffer.from(`\uFEFF${csv.toString()}`, 'utf16le'),
  Buffer.from(`sep=;\r\n${csv.toString().replaceAll(',', ';')}`, 'latin1'),
];
const rows = rowsXml(
  ['Chassis', 'Engine', 'Date'],
  Array.from({ length: 20 }, (_, at) => [inline(`MD2A${at}`), value('0', 't="s"'), value('46106', 's="1"')]),
);
const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
const made = { rows, strings: ['E1', 'E2'], styles };
const whole = await workbook(made);
const parts: Readonly<Record<string, Buffer>> = {
  'xl/worksheets/sheet1.xml': Buffer.from(sheet(rows)),
  'xl/sharedStrings.xml': Buffer.from('<sst><si><t>E1</t></si><si><r><t>E</t></r><r><t>2</t></r></si></sst>'),
  'xl/styles.xml': Buffer.from(`<styleSheet>${styles}</styleSheet>`),
};

/** Half the workbooks are hit as a file, half in the XML of a part, which the zip would hide. */
async function hitWorkbook(chance: Chance): Promise<Buffer> {
  if (chance(2) === 0) return mutated(whole, chance);
  const [name, xml] = Object.entries(parts)[chance(3)] ?? ['', whole];
  return workbook({ ...made, parts: { [name]: mutated(xml, chance) }, isPacked: false });
}

/** Rows within the limits, or one of the known faults; anything thrown is a bug. */
async function tryOne(number: number): Promise<void> {
  const chance = chanceOf(seed + number * 7919);
  const bytes = parser === 'csv' ? mutated(csvBases[number % csvBases.length] ?? csv, chance) : await hitWorkbook(chance);
  const read = await readHere(bytes);
  if ('code' in read) return;
  const isSound = read.rows.every(
    ({ cells }) => cells.length <= TABLE_LIMITS.columns && cells.every(({ text }) => text.length <= TABLE_LIMITS.cellChars),
  );
  if (read.rows.length === 0 || !isSound) throw new Error('a table beyond its limits');
}

for (let number = 0; number < count; number += 1) {
  say({ kind: 'tried', number });
  try {
    await tryOne(number);
  } catch (error) {
    say({ kind: 'failed', number, error: String(error instanceof Error ? error.stack : error) });
  }
}
say({ kind: 'ended', number: count });
