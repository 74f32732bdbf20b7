import { useEffect, useRef, useState } from 'react';
import { useFocusBack } from '#renderer/ui/focus-back.ts';
import { KeyLayer } from '#renderer/ui/keys.tsx';
import { LockForm } from './lock-form.tsx';
import { SignInPage } from './sign-in-page.tsx';
import classes from './lock-overlay.module.css';

/** The browser would give the focus to the first button, which is the language. */
function cover(dialog: HTMLDialogElement | null): void {
  dialog?.showModal();
  dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
}

/**
 * Covers the window while the desk is locked. A modal `<dialog>` makes everything under it inert, open dialogs too, and leaves it as
 * it was; somebody else may sign in instead.
 */
export function LockOverlay({ name }: { readonly name: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOther, setIsOther] = useState(false);
  useFocusBack(true);
  useEffect(() => cover(dialog.current), []);
  return (
    <dialog ref={dialog} className={classes['cover']} onCancel={(event) => event.preventDefault()} onClose={() => cover(dialog.current)}>
      <KeyLayer at="lock">{isOther ? <SignInPage /> : <LockForm name={name} onOther={() => setIsOther(true)} />}</KeyLayer>
    </dialog>
  );
}
