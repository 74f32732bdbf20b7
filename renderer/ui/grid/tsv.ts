/** Texts as spreadsheets put them on the clipboard: tabs between cells, lines between rows, quotes where a text holds one of them. */
export function toTsv(table: readonly (readonly string[])[]): string {
  return table.map((row) => row.map(quoted).join('\t')).join('\n');
}

function quoted(text: string): string {
  return /["\t\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same back, however lines end; a quote inside an unquoted text is a quote. */
export function fromTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      // A tab at the very end still opens one more, empty cell.
      if (at < text.length) continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}

interface ReadCell {
  readonly text: string;
  readonly end: number;
}

const cellEnd = /[\t\r\n]/gu;

function plainCell(text: string, from: number): ReadCell {
  cellEnd.lastIndex = from;
  const end = cellEnd.exec(text)?.index ?? text.length;
  return { text: text.slice(from, end), end };
}

/** Where the quotes do not close right before a cell's end they were part of the text. */
function quotedCell(text: string, from: number): ReadCell {
  const closing = /"(?:[^"]|"")*"(?=[\t\r\n]|$)/uy;
  closing.lastIndex = from;
  const found = closing.exec(text)?.[0];
  return found === undefined ? plainCell(text, from) : { text: found.slice(1, -1).replaceAll('""', '"'), end: from + found.length };
}
