import { useEffect, useRef, useState } from 'react';
import { KeyLayer } from '#renderer/ui/keys.tsx';
import { LockForm } from './lock-form.tsx';
import { SignInPage } from './sign-in-page.tsx';
import classes from './lock-overlay.module.css';

/**
 * Covers the window while the desk is locked. A modal `<dialog>` makes everything under it inert, open dialogs too, and leaves it as
 * it was; somebody else may sign in instead.
 */
export function LockOverlay({ name }: { readonly name: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOther, setIsOther] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    // The browser would give the focus to the first button, which is the language.
    dialog.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes['cover']}
      onCancel={(event) => event.preventDefault()}
      onClose={() => dialog.current?.showModal()}
    >
      <KeyLayer at="lock">{isOther ? <SignInPage /> : <LockForm name={name} onOther={() => setIsOther(true)} />}</KeyLayer>
    </dialog>
  );
}
