import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { formatAmount } from '#shared/base/money.ts';
import { small } from './style.ts';

interface Column {
  readonly title: string;
  readonly width: number | '*' | 'auto';
  readonly isRight?: boolean;
}

/** Rows with hair lines between; the head stands again on each page, and no row is parted by one. */
export function rowTable(columns: readonly Column[], rows: readonly Content[][], layout: 'rows' | 'money' | 'boxes' = 'rows'): Content {
  const head = columns.map(({ title, isRight }): ContentText => (isRight ? { ...small(title), alignment: 'right' } : small(title)));
  return { layout, table: { headerRows: 1, dontBreakRows: true, widths: columns.map(({ width }) => width), body: [head, ...rows] } };
}

export function right(text: string | number): ContentText {
  return { text: String(text), alignment: 'right', noWrap: true };
}

export function amount(amountCents: number): ContentText {
  return right(formatAmount(amountCents));
}

/** Lines to sign on, side by side. */
export function signatures(labels: readonly string[]): Content {
  const gapPt = 28;
  const widthPt = (499.28 - gapPt * (labels.length - 1)) / labels.length;
  return {
    columns: labels.map((label) => ({
      width: widthPt,
      stack: [{ canvas: [{ type: 'line', x1: 0, y1: 0, x2: widthPt, y2: 0, lineWidth: 0.7 }] }, { ...small(label), margin: [0, 3, 0, 0] }],
    })),
    columnGap: gapPt,
    margin: [0, 34, 0, 0],
  };
}
