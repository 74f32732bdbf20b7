import type { CustomTableLayout } from 'pdfmake/interfaces.js';
import { colour } from './layouts/style.ts';

/** Named here because a layout document is plain data, and pdfmake's table layouts are functions. */
export const tableLayouts: Record<string, CustomTableLayout> = {
  callout: {
    hLineWidth: () => 0,
    vLineWidth: (column) => (column === 0 ? 4 : 0),
    paddingLeft: () => 12,
    paddingRight: () => 12,
    paddingTop: () => 9,
    paddingBottom: () => 10,
  },
  /** A firm black frame for thermal paper. */
  frame: {
    hLineWidth: () => 1.2,
    vLineWidth: () => 1.2,
    paddingLeft: () => 7,
    paddingRight: () => 7,
    paddingTop: () => 5,
    paddingBottom: () => 6,
  },
  /** Hair lines between rows, a firm one under the head. */
  rows: {
    hLineWidth: (row, node) => (row === 0 || row === node.table.body.length ? 0 : row === 1 ? 0.8 : 0.5),
    vLineWidth: () => 0,
    hLineColor: (row) => (row === 1 ? colour.quiet : colour.rule),
    paddingLeft: (column) => (column === 0 ? 0 : 8),
    paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : 8),
    paddingTop: () => 3.2,
    paddingBottom: () => 3.2,
  },
  /** As `rows`, in boxes that are tall enough to write into. */
  boxes: {
    hLineWidth: (row) => (row === 0 ? 0 : row === 1 ? 0.8 : 0.5),
    vLineWidth: (column) => (column === 0 ? 0 : 0.5),
    hLineColor: (row) => (row === 1 ? colour.quiet : colour.rule),
    vLineColor: () => colour.rule,
    paddingLeft: (column) => (column === 0 ? 0 : 6),
    paddingRight: () => 6,
    paddingTop: () => 3.5,
    paddingBottom: () => 3.5,
  },
  timeline: {
    hLineWidth: () => 0,
    vLineWidth: (column) => (column === 1 ? 0.8 : 0),
    vLineColor: () => colour.rule,
    paddingLeft: (column) => (column === 0 ? 0 : 10),
    paddingRight: () => 10,
    paddingTop: () => 2.5,
    paddingBottom: () => 2.5,
  },
  /** As `rows`, with a firm line above the last row: the total. */
  money: {
    hLineWidth: (row, node) => (row === 0 || row === node.table.body.length ? 0 : isFirm(row, node.table.body.length) ? 0.8 : 0.5),
    vLineWidth: () => 0,
    hLineColor: (row, node) => (isFirm(row, node.table.body.length) ? colour.ink : colour.rule),
    paddingLeft: (column) => (column === 0 ? 0 : 8),
    paddingRight: (column, node) => (column === (node.table.widths?.length ?? 0) - 1 ? 0 : 8),
    paddingTop: () => 5,
    paddingBottom: () => 5,
  },
};

function isFirm(row: number, rows: number): boolean {
  return row === 1 || row === rows - 1;
}
