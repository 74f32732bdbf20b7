import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { GridRow } from '#renderer/ui/grid/grid-row.ts';
import type { GridState } from '#renderer/ui/grid/use-grid.ts';
import { ModalForm } from '#renderer/ui/modal-form.tsx';
import type { RowWords } from './row-kind.ts';

interface FillDialogProps {
  readonly words: RowWords['fill'];
  readonly grid: GridState;
  readonly onClose: () => void;
}

/** One column for many rows: all that are shown, or only those where it is empty. One undo takes it back. */
export function FillDialog({ words, grid, onClose }: FillDialogProps) {
  const { rows, columns } = grid.sheet;
  const [column, setColumn] = useState(columns[grid.selection.at.column]?.key ?? '');
  const [text, setText] = useState('');
  const [which, setWhich] = useState<'all' | 'empty'>('empty');
  // The empty row at the end becomes none by this.
  const filled = rows.filter(({ cells }) => Object.keys(cells).length > 0);
  const empty = filled.filter(({ cells }) => (cells[column] ?? '') === '');
  const send = () => {
    const patch = ({ id, cells }: GridRow) => ({ rowId: id, column, before: cells[column] ?? '', after: text.trim() });
    grid.edit((which === 'all' ? filled : empty).map(patch).filter(({ before, after }) => before !== after));
    onClose();
  };
  return (
    <ModalForm isOpen title={words.title} submitLabel={words.submit} onSubmit={send} onClose={onClose}>
      <NativeSelect
        label={words.column}
        value={column}
        data={columns.map(({ key, head }) => ({ value: key, label: head }))}
        onChange={(event) => setColumn(event.currentTarget.value)}
      />
      <TextInput label={words.text} value={text} maxLength={300} data-autofocus onChange={(event) => setText(event.currentTarget.value)} />
      <Radio.Group label={words.which} value={which} onChange={(value) => setWhich(value === 'all' ? 'all' : 'empty')}>
        <Radio value="empty" label={words.empty(empty.length)} mt={8} />
        <Radio value="all" label={words.all(filled.length)} mt={8} />
      </Radio.Group>
    </ModalForm>
  );
}
