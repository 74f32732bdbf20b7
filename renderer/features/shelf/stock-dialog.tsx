import { useState } from 'react';
import type * as z from 'zod';
import type { shelf } from '#shared/contract/shelf.ts';
import { displayPlate } from '#shared/domain/plate.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ButtonRow } from '#renderer/ui/button-row.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { isPlace, PlaceField } from './place-field.tsx';
import { ScanField } from './scan-field.tsx';
import classes from './shelf-page.module.css';

type Found = z.infer<typeof shelf.takeStock.output>;

/** One place is scanned through; what should lie there and what does is compared at the end. */
export function StockDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().shelf;
  const [place, setPlace] = useState('');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [isTried, setIsTried] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const take = useAct(client.shelf.takeStock, setFound);
  if (found !== null) return <FoundDialog found={found} onClose={onClose} />;
  const send = () => {
    setIsTried(true);
    if (isPlace(place)) take.mutate({ place, codes: [...codes] });
  };
  return (
    <ModalForm isOpen title={words.stock.title} submitLabel={words.stock.finish} pending={take.isPending} onClose={onClose} onSubmit={send}>
      <p>{words.stock.hint}</p>
      <PlaceField place={place} isTried={isTried} onChange={setPlace} />
      <ScanField label={words.code} hint={words.codeHint} onScan={(code) => setCodes((before) => [...before, code])} />
      <p className={classes['part']} role="status">
        {words.stock.count(codes.length)}
      </p>
      <Codes codes={codes.toReversed()} />
      <ActFailure error={take.error} />
    </ModalForm>
  );
}

function FoundDialog({ found, onClose }: { readonly found: Found; readonly onClose: () => void }) {
  const { shelf, frame } = useWords();
  const words = shelf.stock;
  const { place, present, missing, moved, unknown } = found;
  const isClean = missing.length + moved.length + unknown.length === 0;
  return (
    <Dialog isOpen onClose={onClose} title={words.title}>
      <div className={classes['stack']}>
        <Note tone={isClean ? 'green' : 'amber'} title={words.found(place, present)}>
          {isClean ? words.clean : null}
        </Note>
        <Part title={words.missing} codes={missing.map(({ plate }) => displayPlate(plate))} />
        <Part title={words.moved} codes={moved.map(({ plate, from }) => words.from(displayPlate(plate), from))} />
        <Part title={words.unknown} codes={unknown} />
      </div>
      <ButtonRow>
        <ActionButton label={frame.close} keys="Escape" tone="main" onAct={onClose} />
      </ButtonRow>
    </Dialog>
  );
}

function Part({ title, codes }: { readonly title: string; readonly codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes['part']}>{title}</h3>
      <Codes codes={codes} />
    </section>
  );
}

function Codes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <ul className={classes['list']}>
      {codes.map((code, index) => (
        <li key={`${codes.length - index} ${code}`}>{code}</li>
      ))}
    </ul>
  );
}
