import SignaturePad from 'signature_pad';
import { useEffect, useRef } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { signaturePath } from './signature-path.ts';
import classes from './confirm-step.module.css';

interface SignatureProofProps {
  readonly onProof: (proof: { readonly method: 'signature'; readonly path: string } | null) => void;
}

const inkColour = '#14181a';

/** A signature drawn on screen, kept as strokes and not as a picture. */
export function SignatureProof({ onProof }: SignatureProofProps) {
  const words = useWords().application.confirm;
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const tell = useRef(onProof);
  useEffect(() => {
    tell.current = onProof;
  });
  useEffect(() => {
    const sheet = canvas.current;
    if (sheet === null) return undefined;
    const box = { width: sheet.clientWidth, height: sheet.clientHeight };
    Object.assign(sheet, box);
    const made = new SignaturePad(sheet, { penColor: inkColour, throttle: 8 });
    made.addEventListener('endStroke', () => tell.current({ method: 'signature', path: signaturePath(made.toData(), box) }));
    pad.current = made;
    return () => made.off();
  }, []);
  const clear = () => {
    pad.current?.clear();
    onProof(null);
  };
  return (
    <div className={classes['padRow']}>
      <canvas ref={canvas} className={classes['pad']} role="img" aria-label={words.signHere} />
      <ActionButton label={words.clear} tone="quiet" onAct={clear} />
    </div>
  );
}
