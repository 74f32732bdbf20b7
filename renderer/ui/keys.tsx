import { createContext, use, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createKeyMap, type KeyBinding, type KeyMap, type KeyPress } from './key-map.ts';
import { useScanGuard } from './scan-guard.ts';

const KeyMapContext = createContext<KeyMap>(createKeyMap());
/** 0 the frame, 1 the page, 2 and up dialogs, and over all of them the lock of the desk. */
const LayerContext = createContext(0);
const lockLayer = 1000;

function focusOf(target: EventTarget | null): KeyPress['focus'] {
  if (!(target instanceof HTMLElement)) return 'nothing';
  if (target.getAttribute('aria-expanded') === 'true' && target.tagName === 'INPUT') return 'popup';
  if (target.closest('[role="menu"],[role="listbox"]') !== null) return 'popup';
  if (target.tagName === 'TEXTAREA' || target.isContentEditable) return 'long-text';
  if (target instanceof HTMLInputElement)
    return ['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type) ? 'nothing' : 'typing';
  // A list is chosen from by the first letters of its lines.
  if (target instanceof HTMLSelectElement) return 'typing';
  return target.closest('button,a[href],summary') === null ? 'nothing' : 'button';
}

/** Where Esc is bound to nothing else it leaves the field, so that single letters work again; a dialog has none to go back to. */
function leaveField(field: EventTarget | null): void {
  if (field instanceof HTMLElement && field.closest('dialog,[role="dialog"]') === null) field.blur();
}

/** Listens to the whole window once and holds every bound key. */
export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const [map] = useState(createKeyMap);
  useScanGuard();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const press: KeyPress = {
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        shift: event.shiftKey,
        atMs: event.timeStamp,
        focus: focusOf(event.target),
      };
      if (map.press(press)) event.preventDefault();
      else if (event.key === 'Escape' && press.focus === 'typing') leaveField(event.target);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [map]);
  return <KeyMapContext value={map}>{children}</KeyMapContext>;
}

interface KeyLayerProps {
  readonly at?: 'page' | 'lock' | undefined;
  readonly children: ReactNode;
}

function layerOver(layer: number, at: KeyLayerProps['at']): number {
  if (at === 'lock') return lockLayer;
  return at === 'page' ? Math.max(1, layer) : Math.max(2, layer + 1);
}

/** Everything below binds its keys one layer higher: a dialog's keys hide the page's until it closes. */
export function KeyLayer({ at, children }: KeyLayerProps) {
  const next = layerOver(use(LayerContext), at);
  return (
    <LayerContext value={next}>
      {at === 'page' ? null : <HoldLayer />}
      {children}
    </LayerContext>
  );
}

/** A dialog without keys of its own still hides those of the page. */
function HoldLayer() {
  useKeys([]);
  return null;
}

/** Binds keys while the calling component is on screen. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const map = use(KeyMapContext);
  const layer = use(LayerContext);
  const place = useRef<ReturnType<KeyMap['register']> | null>(null);
  useLayoutEffect(() => {
    const taken = map.register(layer);
    place.current = taken;
    return () => taken.remove();
  }, [map, layer]);
  useLayoutEffect(() => place.current?.set(bindings));
}

/** Reads what works now; asked when the overlay opens. */
export function useActiveKeys(): KeyMap['active'] {
  return use(KeyMapContext).active;
}
