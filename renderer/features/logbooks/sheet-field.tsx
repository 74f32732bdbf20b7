import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readSerial, writeSerial } from '#shared/domain/sheet.ts';
import { api } from '#renderer/connection/connection.ts';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { takeFocus } from '#renderer/ui/take-focus.ts';

interface SheetFieldProps {
  readonly serial: string;
  readonly onChange: (serial: string) => void;
}

/** The sheet that comes next, and a box to check it against the paper in the printer: typed, or read by a scanner. */
export function SheetField({ serial, onChange }: SheetFieldProps) {
  const words = useWords().logbooks;
  const stock = useQuery(api.sheets.stock.queryOptions({ input: { kind: 'logbook' } })).data;
  if (stock === undefined) return null;
  if (!stock.keeps) return <p>{words.sheetPlain}</p>;
  if (stock.next === null) return <Note tone="red">{words.sheetNone}</Note>;
  const read = readSerial(serial);
  const isNext = read.ok && writeSerial(read.value) === stock.next;
  return (
    <>
      <Note tone="blue">{words.sheetNext(stock.next)}</Note>
      <TextInput
        ref={takeFocus}
        label={words.sheetSerial}
        description={serial.trim() === '' ? words.sheetCheck : isNext ? words.sheetMatches : words.sheetDiffers(stock.next)}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        value={serial}
        maxLength={40}
        autoComplete="off"
        data-autofocus
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  );
}
