/** One key with what it does: `keys` is a stroke or strokes in a row, such as `n`, `g w`, `Ctrl+Enter`, `F2`, `Escape`, `/`. */
export interface KeyBinding {
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  readonly disabled?: boolean | undefined;
}

/** What the map needs of a keyboard event, so that it can be tested without a page. */
export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly atMs: number;
  /** What holds the focus decides which strokes belong to it. */
  readonly focus: 'nothing' | 'typing' | 'button' | 'long-text' | 'popup';
}

interface Slot {
  readonly layer: number;
  readonly order: number;
  bindings: readonly KeyBinding[];
}

/** Strokes in a row belong together when the next comes within this time. */
const sequenceMs = 1500;

/** `Ctrl+Enter`, `F2`, `n`: letters are lower case whatever Shift and CAPS LOCK say. */
export function strokeOf(press: Pick<KeyPress, 'key' | 'ctrl' | 'alt' | 'shift'>): string {
  const isNamed = press.key.length > 1;
  const key = isNamed ? press.key : press.key.toLowerCase();
  return [press.ctrl ? 'Ctrl' : '', press.alt ? 'Alt' : '', press.shift && isNamed ? 'Shift' : '', key]
    .filter((part) => part !== '')
    .join('+');
}

/** Strokes that mean nothing in a field of one line. */
const leadsOutOfField: ReadonlySet<string> = new Set(['Escape', 'Enter', 'PageUp', 'PageDown']);

/** Whether the focused thing keeps this stroke for itself. */
function belongsToFocus(press: KeyPress, stroke: string): boolean {
  const isPlain = !press.ctrl && !press.alt && !/^F\d{1,2}$/u.test(press.key);
  switch (press.focus) {
    case 'nothing':
      return false;
    case 'popup':
      return isPlain;
    case 'button':
      return stroke === 'Enter' || stroke === ' ';
    case 'long-text':
      return isPlain && stroke !== 'Escape';
    case 'typing':
      return isPlain && !leadsOutOfField.has(stroke);
  }
}

export interface KeyMap {
  /** Takes a place in a layer; the newest place wins where two bind the same key. */
  readonly register: (layer: number) => { readonly set: (bindings: readonly KeyBinding[]) => void; readonly remove: () => void };
  /** Runs what the stroke is bound to and says whether anything was. */
  readonly press: (press: KeyPress) => boolean;
  /** What works now, in the top layer: newest place first, one line a key. */
  readonly active: () => readonly (KeyBinding & { readonly isEverywhere: boolean })[];
}

/** The bound keys of the page. Layer 0 is the frame, 1 the page; each dialog opens a layer that hides those below. */
export function createKeyMap(): KeyMap {
  const slots = new Set<Slot>();
  let nextOrder = 0;
  let pending: { readonly strokes: string; readonly atMs: number } | null = null;

  const topSlots = (): readonly Slot[] => {
    const top = Math.max(1, ...[...slots].map((slot) => slot.layer));
    return [...slots]
      .filter((slot) => (top > 1 ? slot.layer === top : true))
      .toSorted((one, other) => other.layer - one.layer || other.order - one.order);
  };
  const find = (strokes: string): KeyBinding | undefined =>
    topSlots()
      .flatMap((slot) => slot.bindings)
      .find((binding) => binding.keys === strokes && binding.disabled !== true);
  const isPrefix = (strokes: string): boolean =>
    topSlots().some((slot) => slot.bindings.some((binding) => binding.keys.startsWith(`${strokes} `)));

  return {
    register(layer) {
      const slot: Slot = { layer, order: nextOrder++, bindings: [] };
      slots.add(slot);
      return { set: (bindings) => void (slot.bindings = bindings), remove: () => void slots.delete(slot) };
    },
    press(press) {
      const stroke = strokeOf(press);
      if (belongsToFocus(press, stroke)) {
        pending = null;
        return false;
      }
      const before = pending !== null && press.atMs - pending.atMs <= sequenceMs ? `${pending.strokes} ` : '';
      const strokes = before !== '' && (find(before + stroke) !== undefined || isPrefix(before + stroke)) ? before + stroke : stroke;
      pending = isPrefix(strokes) ? { strokes, atMs: press.atMs } : null;
      const binding = find(strokes);
      binding?.run();
      return binding !== undefined || pending !== null;
    },
    active() {
      const seen = new Set<string>();
      return topSlots()
        .flatMap((slot) => slot.bindings.map((binding) => ({ ...binding, isEverywhere: slot.layer === 0 })))
        .filter((binding) => binding.disabled !== true && !seen.has(binding.keys) && seen.add(binding.keys) !== undefined);
    },
  };
}
