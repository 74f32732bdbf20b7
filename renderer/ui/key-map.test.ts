import { expect, it } from 'vitest';
import { createKeyMap, strokeOf, type KeyBinding, type KeyPress } from './key-map.ts';

function openMap() {
  const map = createKeyMap();
  const ran: string[] = [];
  let atMs = 0;
  const binding = (keys: string, more: Partial<KeyBinding> = {}): KeyBinding => ({
    keys,
    label: keys,
    run: () => ran.push(more.label ?? keys),
    ...more,
  });
  const bind = (layer: number, ...bindings: readonly KeyBinding[]) => {
    const place = map.register(layer);
    place.set(bindings);
    return place;
  };
  const press = (key: string, more: Partial<KeyPress> = {}) => {
    atMs += 100;
    return map.press({ key, ctrl: false, alt: false, shift: false, focus: 'nothing', atMs, ...more });
  };
  const wait = (ms: number) => void (atMs += ms);
  return { map, ran, binding, bind, press, wait };
}

it('letters count the same with Shift and CAPS LOCK, named keys do not', () => {
  const press = { ctrl: false, alt: false, shift: true };
  expect([strokeOf({ ...press, key: 'N' }), strokeOf({ ...press, key: '?' }), strokeOf({ ...press, key: 'Enter', ctrl: true })]).toEqual([
    'n',
    '?',
    'Ctrl+Shift+Enter',
  ]);
});

it('a single letter never fires while somebody types, but Esc, Enter, PageDown, F2 and Ctrl keys do', () => {
  const { bind, binding, press, ran } = openMap();
  bind(1, ...['n', 'Escape', 'Enter', 'PageDown', 'F2', 'Ctrl+p'].map((keys) => binding(keys)));
  const isTaken = (['n', 'Escape', 'Enter', 'PageDown', 'F2'] as const).map((key) => press(key, { focus: 'typing' }));
  press('p', { ctrl: true, focus: 'typing' });
  expect(isTaken).toEqual([false, true, true, true, true]);
  expect(ran).toEqual(['Escape', 'Enter', 'PageDown', 'F2', 'Ctrl+p']);
});

it('Enter stays with a focused button and with long text, and an open list keeps every plain key', () => {
  const { bind, binding, press, ran } = openMap();
  bind(1, binding('Enter'), binding('Escape'));
  press('Enter', { focus: 'button' });
  press('Enter', { focus: 'long-text' });
  press('Enter', { focus: 'popup' });
  press('Escape', { focus: 'popup' });
  expect(ran).toEqual([]);
});

it('strokes in a row run the longer binding, the first alone runs its own', () => {
  const { bind, binding, press, ran } = openMap();
  bind(0, binding('n'), binding('n t'), binding('g w'));
  press('n');
  press('t');
  press('g');
  press('w');
  expect(ran).toEqual(['n', 'n t', 'g w']);
});

it('strokes too far apart are not a row', () => {
  const { bind, binding, press, wait, ran } = openMap();
  bind(0, binding('g w'), binding('w'));
  press('g');
  wait(2000);
  press('w');
  expect(ran).toEqual(['w']);
});

it('a dialog hides the keys of the page until it closes', () => {
  const { bind, binding, press, ran } = openMap();
  bind(0, binding('/'));
  bind(1, binding('t'));
  const dialog = bind(2, binding('Escape'));
  press('/');
  press('t');
  press('Escape');
  dialog.remove();
  press('t');
  press('/');
  expect(ran).toEqual(['Escape', 't', '/']);
});

it('the page goes before the frame, and a disabled binding does nothing', () => {
  const { bind, binding, press, ran, map } = openMap();
  bind(1, binding('n', { label: 'page' }), binding('t', { disabled: true }));
  bind(0, binding('n', { label: 'frame' }));
  press('n');
  expect(press('t')).toBe(false);
  expect(ran).toEqual(['page']);
  expect(map.active().map(({ label }) => label)).toEqual(['page']);
});
