import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { fieldsIn, focusField, focusFirst, isSamePlace } from './fields.ts';

interface StepFocusOptions {
  readonly step: string;
  /** The field to begin with: where the typing stopped before a kill. */
  readonly field: string;
}

interface StepFocus {
  readonly box: RefObject<HTMLDivElement | null>;
  /** Takes the Enter of a field to the next one, and after the last to the end. */
  readonly walk: (event: KeyboardEvent<HTMLElement>, onEnd: () => void) => void;
  /** Leads the keys to a field of this step or of the one that comes. */
  readonly lead: (field: string) => void;
}

/** Where the keys stand in a step: its first field, the wrong one, or the one named; Enter walks through all. */
export function useStepFocus({ step, field }: StepFocusOptions): StepFocus {
  const box = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState({ field, round: 0 });
  const held = useRef<EventTarget>(null);
  // Before the page or this step puts the keys anywhere, so that the first field is known too.
  useLayoutEffect(() => {
    const form = box.current;
    const hold = ({ target }: FocusEvent) => void (held.current = target);
    form?.addEventListener('focusin', hold);
    return () => form?.removeEventListener('focusin', hold);
  }, []);
  useEffect(() => {
    if (wanted.field === '' || !focusField(wanted.field)) focusFirst(box.current);
  }, [step, wanted]);
  // A form that gives way to another (found vehicle, next confirmer) takes the field that held the keys with it. While they only move
  // to the next field they are nowhere for a moment too, but then both fields are still there.
  useEffect(() => {
    const isGone = held.current instanceof Node && !held.current.isConnected;
    if (isGone && document.activeElement === document.body) focusFirst(box.current);
  });
  const walk = (event: KeyboardEvent<HTMLElement>, onEnd: () => void) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || box.current === null) return;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    // Keys of a dialog bubble through here although it stands elsewhere on the page.
    if (!box.current.contains(target)) return;
    event.preventDefault();
    const fields = fieldsIn(box.current);
    const next = fields[fields.findIndex((one) => isSamePlace(one, target)) + 1];
    if (next === undefined) onEnd();
    else next.focus();
  };
  return { box, walk, lead: (to) => setWanted((before) => ({ field: to, round: before.round + 1 })) };
}
