import type { ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { Dialog } from './dialog.tsx';
import { useWords } from './locale.tsx';
import classes from './modal-form.module.css';

interface ModalFormProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly submitLabel: string;
  /** Where “Cancel” would be understood as the act itself. */
  readonly cancelLabel?: string | undefined;
  /** Sends; the caller closes only when it has worked. */
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly pending?: boolean | undefined;
  readonly isDanger?: boolean | undefined;
  readonly size?: number | undefined;
  readonly children: ReactNode;
}

/** A small form over the page: Ctrl+Enter sends, Esc leaves, and the focus returns to where it was. */
export function ModalForm(props: ModalFormProps) {
  const { isOpen, title, submitLabel, cancelLabel, onSubmit, onClose, pending = false, isDanger = false, size = 520, children } = props;
  const { cancel } = useWords().frame;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} size={size} hasTyping>
      <form
        noValidate
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        <div className={classes['buttons']}>
          <ActionButton label={cancelLabel ?? cancel} keys="Escape" onAct={onClose} />
          <ActionButton label={submitLabel} keys="Ctrl+Enter" type="submit" tone={isDanger ? 'danger' : 'main'} pending={pending} />
        </div>
      </form>
    </Dialog>
  );
}
