import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFocusBack } from './focus-back.ts';
import { KeyLayer } from './keys.tsx';
import { useWords } from './locale.tsx';
import classes from './dialog.module.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: number | undefined;
  /** A dialog with typing in it is left by its own buttons only; one that only tells closes on Esc and on a click beside it. */
  readonly hasTyping?: boolean | undefined;
  /** Only its own buttons lead out: something in it is shown once. */
  readonly isHeld?: boolean | undefined;
  readonly children: ReactNode;
}

/**
 * A box over the page with a name, its own keys and a way out; the focus returns to where it was. The cross is for the mouse: the keys have
 * Esc, and begin in the first field.
 */
export function Dialog({ isOpen, title, onClose, size = 520, hasTyping = false, isHeld = false, children }: DialogProps) {
  const { close } = useWords().frame;
  useFocusBack(isOpen);
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={size} closeOnEscape={!hasTyping} closeOnClickOutside={!hasTyping}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes['head']}>
          <Modal.Title className={classes['title']}>{title}</Modal.Title>
          {isHeld ? null : <Modal.CloseButton aria-label={close} tabIndex={-1} />}
        </div>
        <Modal.Body>
          <div className={classes['body']} tabIndex={-1} data-autofocus={!hasTyping || undefined}>
            <KeyLayer>{children}</KeyLayer>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
