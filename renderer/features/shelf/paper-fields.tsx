import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { displayPlate } from '#shared/domain/plate.ts';
import type { ShelfItemKind } from '#shared/domain/shelf.ts';
import { api } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { PlateChip } from '#renderer/ui/plate-chip.tsx';
import { takeFocus } from '#renderer/ui/take-focus.ts';
import classes from './hand-over-dialog.module.css';

/** An old book or plates as far as they were read; `known` is the owner in this PC's record. */
export interface TypedPaper {
  readonly plate: string;
  readonly number: string;
  readonly owner: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly known: string | null;
}

export const noPaper: TypedPaper = { plate: '', number: '', owner: '', idNumber: '', phone: '', known: null };

interface PaperFieldsProps {
  readonly kind: Exclude<ShelfItemKind, 'elogbook-copy'>;
  readonly paper: TypedPaper;
  readonly onChange: (paper: TypedPaper) => void;
}

/** Whose an old book or plates are; the keys go to the owner as soon as the code was read. */
export function PaperFields({ kind, paper, onChange }: PaperFieldsProps) {
  const { shelf, platePacks } = useWords();
  const words = shelf.put;
  const keepsPlates = useQuery(api.sheets.stock.queryOptions({ input: { kind: 'plate' } })).data?.keeps === true;
  const field = (name: 'number' | 'owner' | 'idNumber' | 'phone') => (
    <TextInput
      ref={name === 'owner' ? takeFocus : undefined}
      label={name === 'number' && kind === 'plates' ? platePacks.put.serial(displayPlate(paper.plate)) : words[name]}
      value={paper[name]}
      maxLength={120}
      autoComplete="off"
      onChange={(event) => onChange({ ...paper, [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <p>
        <PlateChip plate={displayPlate(paper.plate)} /> {paper.known === null ? words.ownerUnknown : words.ownerKnown(paper.known)}
      </p>
      <div className={classes['pair']}>
        {field('owner')}
        {field('idNumber')}
        {field('phone')}
        {kind === 'paper-logbook' || keepsPlates ? field('number') : null}
      </div>
    </>
  );
}
