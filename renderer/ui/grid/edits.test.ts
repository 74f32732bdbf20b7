import { describe, expect, test } from 'vitest';
import { copied, fillDown, pasted, setAll } from './edits.ts';
import { afterEdit, noHistory, redo, undo, type Edit } from './edit-history.ts';
import { textAt, type GridRow, type Sheet } from './grid-row.ts';

function sheetOf(...lines: readonly string[]): Sheet {
  const rows = lines.map((line, index): GridRow => {
    const [make = '', model = '', year = ''] = line.split('|');
    return { id: `row-${index}`, number: index + 1, cells: { make, model, year }, problems: [], isLocked: line.endsWith('|locked') };
  });
  return { rows, columns: ['make', 'model', 'year'].map((key) => ({ key, head: key, widthPx: 80 })) };
}

function applied({ rows, columns }: Sheet, edit: Edit): Sheet {
  const cellsOf = ({ id, cells }: GridRow) =>
    edit.filter(({ rowId }) => rowId === id).reduce((all, { column, after }) => ({ ...all, [column]: after }), cells);
  return { columns, rows: rows.map((row) => ({ ...row, cells: cellsOf(row) })) };
}

function linesOf(sheet: Sheet): readonly string[] {
  return sheet.rows.map((_row, row) => sheet.columns.map((_column, column) => textAt(sheet, row, column)).join('|'));
}

const whole = { top: 0, bottom: 2, left: 0, right: 2 };

describe('filling down', () => {
  test('takes the first row of the range into the rows below it', () => {
    const sheet = sheetOf('TVS|HLX|2025', '||', 'Boxer||');
    expect(linesOf(applied(sheet, fillDown(sheet, { top: 0, bottom: 2, left: 0, right: 1 })))).toEqual([
      'TVS|HLX|2025',
      'TVS|HLX|',
      'TVS|HLX|',
    ]);
  });

  test('takes the row above where one row is chosen', () => {
    const sheet = sheetOf('TVS|HLX|2025', '||');
    expect(linesOf(applied(sheet, fillDown(sheet, { top: 1, bottom: 1, left: 2, right: 2 })))).toEqual(['TVS|HLX|2025', '||2025']);
  });

  test('does nothing in the first row', () => {
    expect(fillDown(sheetOf('TVS|HLX|2025'), { top: 0, bottom: 0, left: 0, right: 2 })).toEqual([]);
  });

  test('leaves a locked row as it is', () => {
    const sheet = sheetOf('TVS|HLX|2025', 'Boxer||2024|locked', '||');
    expect(linesOf(applied(sheet, fillDown(sheet, whole)))).toEqual(['TVS|HLX|2025', 'Boxer||2024', 'TVS|HLX|2025']);
  });
});

describe('pasting', () => {
  test('one text fills the whole range', () => {
    const sheet = sheetOf('a|b|c', 'd|e|f', 'g|h|i');
    const { patches } = pasted(sheet, { top: 0, bottom: 1, left: 1, right: 2 }, [['x']]);
    expect(linesOf(applied(sheet, patches))).toEqual(['a|x|x', 'd|x|x', 'g|h|i']);
  });

  test('a table goes in from the first cell on, whatever the range; a short line changes no cell beyond it', () => {
    const sheet = sheetOf('a|b|c', 'd|e|f', 'g|h|i');
    const { patches, range } = pasted(sheet, { top: 1, bottom: 1, left: 1, right: 1 }, [['1', '2'], ['3']]);
    expect(linesOf(applied(sheet, patches))).toEqual(['a|b|c', 'd|1|2', 'g|3|i']);
    expect(range).toEqual({ top: 1, bottom: 2, left: 1, right: 2 });
  });

  test('gives back the lines for which there is no row', () => {
    const sheet = sheetOf('a|b|c', 'd|e|f');
    const { patches, overflow } = pasted(sheet, { top: 1, bottom: 1, left: 0, right: 0 }, [['1'], ['2'], ['3']]);
    expect(linesOf(applied(sheet, patches))).toEqual(['a|b|c', '1|e|f']);
    expect(overflow).toEqual([['2'], ['3']]);
  });

  test('brings back what was copied', () => {
    const sheet = sheetOf('a|b|c', 'd|e|f', 'g|h|i');
    const { patches } = pasted(sheet, { top: 1, bottom: 1, left: 1, right: 1 }, copied(sheet, { top: 0, bottom: 1, left: 0, right: 1 }));
    expect(linesOf(applied(sheet, patches))).toEqual(['a|b|c', 'd|a|b', 'g|d|e']);
  });
});

describe('undo and redo', () => {
  const sheet = sheetOf('a|b|c', 'd|e|f', 'g|h|i');
  const first = setAll(sheet, whole, 'x');
  const afterFirst = applied(sheet, first);
  const second = setAll(afterFirst, { top: 0, bottom: 0, left: 0, right: 0 }, 'y');

  test('each undo takes one edit back, each redo brings it again', () => {
    const history = afterEdit(afterEdit(noHistory, first), second);
    const one = undo(history);
    const two = one && undo(one.history);
    const back = applied(applied(applied(afterFirst, second), one?.edit ?? []), two?.edit ?? []);
    expect(linesOf(back)).toEqual(linesOf(sheet));
    expect(two && undo(two.history)).toBeUndefined();
    expect(redo(two?.history ?? noHistory)?.edit).toBe(first);
  });

  test('a new edit ends what could be done again', () => {
    const undone = undo(afterEdit(noHistory, first))?.history ?? noHistory;
    expect(redo(afterEdit(undone, second))).toBeUndefined();
  });
});
