import type { TableLimits } from '../limits.ts';
import { TroubleFound } from '../trouble.ts';
import { readXml } from './xml.ts';
import type { ZipParts } from './zip-parts.ts';

interface StringsOrder {
  readonly part: string | undefined;
  readonly limits: TableLimits;
  readonly onBytes: (bytes: number) => void;
}

/** Texts that cells name by number. They stay in memory, so all of them together have the limit of the table's text. */
export async function readSharedStrings(parts: ZipParts, { part, limits, onBytes }: StringsOrder): Promise<readonly string[]> {
  if (part === undefined || !parts.has(part)) return [];
  const strings: string[] = [];
  const text = new PlainText(limits.cellChars);
  let chars = 0;
  await readXml(
    { name: part, bytes: counted(parts.read(part), onBytes) },
    {
      open: text.open,
      text: text.take,
      close: (name) => {
        text.close(name);
        if (name !== 'si') return;
        const whole = text.end();
        // An empty text costs memory as well.
        chars += whole.length + 8;
        if (chars > limits.textChars) throw new TroubleFound({ code: 'unpacks-too-large', limit: limits.textChars });
        strings.push(whole);
      },
    },
  );
  return strings;
}

export async function* counted(bytes: AsyncIterable<Buffer>, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    yield chunk;
    onBytes(chunk.length);
  }
}

/** The text of a cell out of its runs (`t`), without how it is pronounced (`rPh`); what is over the limit is cut one sign after it. */
export class PlainText {
  readonly #limit: number;
  #text = '';
  #isInText = false;
  #isSpoken = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  readonly open = (name: string): void => {
    if (name === 'rPh') this.#isSpoken = true;
    if (name === 't') this.#isInText = !this.#isSpoken;
  };

  readonly close = (name: string): void => {
    if (name === 'rPh') this.#isSpoken = false;
    if (name === 't') this.#isInText = false;
  };

  readonly take = (text: string): void => {
    if (this.#isInText && this.#text.length <= this.#limit) this.#text += text;
  };

  /** The whole text; the next one begins empty. */
  end(): string {
    const whole = this.#text.length > this.#limit ? this.#text.slice(0, this.#limit + 1) : this.#text;
    this.#text = '';
    return unescaped(whole);
  }
}

/** Signs that XML cannot hold stand as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-f]{4})_/giu, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
