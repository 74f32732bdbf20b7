/** A cell by its position, both counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The cells between two corners: the keys stand `at` one, Shift moves the other, `to`. */
export interface Selection {
  readonly at: Place;
  readonly to: Place;
}

/** A block of cells; the ends belong to it. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What the keys need to know of the grid they move in. */
export interface Field {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key goes. */
  readonly page: number;
  readonly isFilled: (place: Place) => boolean;
}

export interface MovePress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

export function single(place: Place): Selection {
  return { at: place, to: place };
}

export function rangeOf({ at, to }: Selection): Range {
  return {
    top: Math.min(at.row, to.row),
    bottom: Math.max(at.row, to.row),
    left: Math.min(at.column, to.column),
    right: Math.max(at.column, to.column),
  };
}

export function within({ row, column }: Place, { rows, columns }: Pick<Field, 'rows' | 'columns'>): Place {
  const clamp = (value: number, count: number) => Math.min(Math.max(value, 0), Math.max(count - 1, 0));
  return { row: clamp(row, rows), column: clamp(column, columns) };
}

const arrows: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Where a moving key leads, or undefined where it is none. */
export function selectionAfter(press: MovePress, selection: Selection, field: Field): Selection | undefined {
  if (press.key === ' ') return lineOf(press, selection, field);
  if (press.key.toLowerCase() === 'a' && press.ctrl) {
    return { at: { row: 0, column: 0 }, to: within({ row: field.rows, column: field.columns }, field) };
  }
  const from = press.shift ? selection.to : selection.at;
  const place = placeAfter(press, from, field);
  if (place === undefined) return undefined;
  const to = within(place, field);
  return press.shift ? { at: selection.at, to } : single(to);
}

/** Shift+Space takes the row, Ctrl+Space the column. */
function lineOf({ ctrl, shift }: MovePress, { at, to }: Selection, { rows, columns }: Field): Selection | undefined {
  if (shift) return { at: { row: at.row, column: 0 }, to: { row: to.row, column: columns - 1 } };
  return ctrl ? { at: { row: 0, column: at.column }, to: { row: rows - 1, column: to.column } } : undefined;
}

function placeAfter({ key, ctrl }: MovePress, from: Place, field: Field): Place | undefined {
  const step = arrows[key];
  if (step !== undefined) return ctrl ? edgeFrom(from, step, field) : { row: from.row + step.row, column: from.column + step.column };
  const places: Readonly<Record<string, Place>> = {
    Home: { row: ctrl ? 0 : from.row, column: 0 },
    End: { row: ctrl ? field.rows - 1 : from.row, column: field.columns - 1 },
    PageDown: { row: from.row + field.page, column: from.column },
    PageUp: { row: from.row - field.page, column: from.column },
  };
  return places[key];
}

/** As in a spreadsheet: to the end of what is filled, or over the gap to what is filled next, or to the edge. */
function edgeFrom(from: Place, step: Place, field: Field): Place {
  const next = (place: Place): Place => ({ row: place.row + step.row, column: place.column + step.column });
  const isInside = ({ row, column }: Place) => row >= 0 && column >= 0 && row < field.rows && column < field.columns;
  const isFilled = (place: Place) => isInside(place) && field.isFilled(place);
  let place = next(from);
  if (!isInside(place)) return from;
  if (field.isFilled(from) && isFilled(place)) {
    while (isFilled(next(place))) place = next(place);
    return place;
  }
  while (!field.isFilled(place) && isInside(next(place))) place = next(place);
  return place;
}
