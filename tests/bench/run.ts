import { isMet, type BenchLine } from './bench-line.ts';

/** What every `*.bench.ts` exports. */
interface Bench {
  readonly run: () => Promise<readonly BenchLine[]>;
}

const benches = import.meta.glob<Bench>('./*.bench.ts');

/** Runs the bench named on the command line and prints its lines as a Markdown table. */
async function main(name: string): Promise<void> {
  const load = benches[`./${name}.bench.ts`];
  if (!load) throw new Error(`There is no bench named ${name}`);
  const { run } = await load();
  console.log(tableOf(await run()));
}

const titles = ['Figure', 'Measured', 'Anchor of the same run', 'Anchor', 'Ratio', 'Aim', 'Met'];

function tableOf(lines: readonly BenchLine[]): string {
  const rows = [titles, ...lines.map(cellsOf)];
  const widths = titles.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const texts = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [texts[0], rule, ...texts.slice(1)].join('\n');
}

function cellsOf(line: BenchLine): string[] {
  const { name, value, unit, anchor, anchorValue, ratio, aim } = line;
  const met = isMet(line);
  return [
    name,
    `${short(value)} ${unit}`,
    anchor,
    Number.isNaN(anchorValue) ? '' : `${short(anchorValue)} ${unit}`,
    Number.isNaN(ratio) ? '' : `${short(ratio)}×`,
    aim,
    met === undefined ? '' : met ? 'yes' : 'NO',
  ];
}

/** Three digits are all that a run on a shared machine can promise. */
function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

await main(process.argv[2] ?? '');
process.exit(0);
