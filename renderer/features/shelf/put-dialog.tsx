import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { displayPlate } from '#shared/domain/plate.ts';
import { shelfItemKinds, type ShelfItemKind } from '#shared/domain/shelf.ts';
import type { Locale } from '#shared/text/text.ts';
import { client } from '#renderer/connection/connection.ts';
import { ActFailure } from '#renderer/features/application/act-failure.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useAct } from '#renderer/ui/use-act.ts';
import { noPaper, PaperFields, type TypedPaper } from './paper-fields.tsx';
import { isPlace, PlaceField } from './place-field.tsx';
import { ScanField } from './scan-field.tsx';
import fields from './hand-over-dialog.module.css';
import classes from './shelf-page.module.css';

/** Why a code put nothing on the shelf. */
interface Stopped {
  readonly sentence: string;
}

/** Puts one thing after the other at a place: an eLogbook copy as it is scanned, an old book or plates with their owner. */
export function PutDialog({ onClose }: { readonly onClose: () => void }) {
  const { shelf, frame } = useWords();
  const words = shelf.put;
  const [place, setPlace] = useState('');
  const [kind, setKind] = useState<ShelfItemKind>('elogbook-copy');
  const [locale, setLocale] = useState<Locale>('en');
  const [paper, setPaper] = useState<TypedPaper>(noPaper);
  const [isTried, setIsTried] = useState(false);
  const [stopped, setStopped] = useState<Stopped | null>(null);
  const [done, setDone] = useState<readonly string[]>([]);
  const code = useRef<HTMLInputElement>(null);
  const put = useAct(client.shelf.put);
  const putAs = async (what: Parameters<typeof put.mutateAsync>[0]['what'], plate: string) => {
    await put.mutateAsync({ what, place, locale });
    setDone((before) => [words.done(displayPlate(plate), place.toUpperCase()), ...before]);
    setPaper(noPaper);
    code.current?.focus();
  };
  const scan = useMutation({
    mutationFn: async (code: string) => {
      setStopped(null);
      const { items, logbooks, vehicle } = await client.shelf.look({ code });
      const there = items.find((item) => item.kind === kind);
      if (there) return setStopped({ sentence: words.there(displayPlate(there.plate), there.place) });
      if (kind !== 'elogbook-copy') return setPaper({ ...noPaper, plate: vehicle?.plate ?? code, known: vehicle?.owner ?? null });
      const [logbook] = logbooks;
      if (!logbook) return setStopped({ sentence: words.none(code.toUpperCase()) });
      await putAs({ kind, applicationId: logbook.applicationId }, logbook.plate);
    },
  });
  const read = (code: string) => {
    setIsTried(true);
    if (isPlace(place)) scan.mutate(code);
  };
  const send = () => {
    setIsTried(true);
    if (kind === 'elogbook-copy' || !isPlace(place) || paper.plate === '') return;
    const { known: _, ...typed } = paper;
    void putAs({ kind, ...typed }, paper.plate).catch(() => undefined);
  };
  return (
    <ModalForm
      isOpen
      title={words.title}
      submitLabel={words.one}
      cancelLabel={frame.close}
      pending={put.isPending}
      size={620}
      onClose={onClose}
      onSubmit={send}
    >
      <p>{words.hint}</p>
      <div className={fields['pair']}>
        <NativeSelect
          label={words.what}
          value={kind}
          data={shelfItemKinds.map((value) => ({ value, label: shelf.kind[value] }))}
          onChange={(event) => {
            setKind(shelfItemKinds.find((one) => one === event.currentTarget.value) ?? kind);
            setPaper(noPaper);
          }}
        />
        <NativeSelect
          label={words.locale}
          value={locale}
          data={(['en', 'sw'] as const).map((value) => ({ value, label: words.locales[value] }))}
          onChange={(event) => setLocale(event.currentTarget.value === 'sw' ? 'sw' : 'en')}
        />
        <PlaceField place={place} isTried={isTried} onChange={setPlace} />
        <ScanField label={shelf.code} hint={shelf.codeHint} field={code} onScan={read} />
      </div>
      {kind === 'elogbook-copy' || paper.plate === '' ? null : <PaperFields kind={kind} paper={paper} onChange={setPaper} />}
      {stopped === null ? null : (
        <Note tone="amber" isAlert>
          {stopped.sentence}
        </Note>
      )}
      <ActFailure error={scan.error ?? put.error} />
      <ul className={classes['list']} aria-label={words.listed} aria-live="polite">
        {done.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </ModalForm>
  );
}
