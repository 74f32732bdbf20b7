import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { batchFields, isBatchField, type BatchField } from '#shared/domain/batch/batch-row.ts';
import { columnLetters } from '#shared/domain/table-file.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { ReadFile } from './batch-row.ts';
import classes from './batches.module.css';

interface MappingTableProps {
  readonly read: ReadFile;
  readonly onSheet: (sheet: string) => void;
  readonly onBack: () => void;
  readonly onSubmit: (columns: readonly (BatchField | null)[]) => void;
}

/** What each column of the file holds, as far as its heading says it; a person confirms. */
export function MappingTable({ read, onSheet, onBack, onSubmit }: MappingTableProps) {
  const { batches: words, frame } = useWords();
  const { mapping } = words;
  const [fields, setFields] = useState<readonly (BatchField | null)[]>(() => read.columns.map(({ field }) => field));
  const twice = batchFields.find((field) => fields.filter((one) => one === field).length > 1);
  const missing = batchFields.filter((field) => !fields.includes(field)).map((field) => words.field[field]);
  return (
    <div className={classes['mapping']}>
      <h2 className={classes['title']}>{mapping.title}</h2>
      <p className={classes['quiet']}>{mapping.hint(read.fileName, read.rows)}</p>
      {read.sheets.length > 1 ? (
        <NativeSelect
          label={words.file.sheet}
          value={read.sheet ?? ''}
          data={[...read.sheets]}
          w={260}
          onChange={(event) => onSheet(event.currentTarget.value)}
        />
      ) : null}
      <div className={classes['columns']}>
        <table className={classes['mapped']} aria-label={mapping.title}>
          <thead>
            <tr>
              <th scope="col">{mapping.heading}</th>
              <th scope="col">{mapping.sample}</th>
              <th scope="col">{mapping.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {read.columns.map(({ heading, sure }, column) => {
              const name = heading || mapping.unnamed(columnLetters(column));
              return (
                <tr key={`${column} ${heading}`}>
                  <th scope="row">{name}</th>
                  <td className={classes['quiet']}>
                    {read.sample
                      .map((row) => row[column] ?? '')
                      .filter((text) => text !== '')
                      .slice(0, 2)
                      .join(' · ')}
                  </td>
                  <td>
                    <div className={classes['choice']}>
                      <NativeSelect
                        aria-label={mapping.of(name)}
                        size="sm"
                        w={200}
                        value={fields[column] ?? ''}
                        data={[
                          { value: '', label: mapping.leftOut },
                          ...batchFields.map((value) => ({ value, label: words.field[value] })),
                        ]}
                        onChange={({ currentTarget: { value } }) => setFields(fields.with(column, isBatchField(value) ? value : null))}
                      />
                      {sure ? null : <Tag tone="amber">{mapping.unsure}</Tag>}
                    </div>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {twice === undefined ? null : <Note tone="red">{mapping.twice(words.field[twice])}</Note>}
      {missing.length === 0 ? null : <Note tone="plain">{mapping.missing(missing.join(', '))}</Note>}
      <div className={classes['buttons']}>
        <ActionButton label={frame.back} keys="Escape" onAct={onBack} />
        <ActionButton label={mapping.submit} keys="Ctrl+Enter" tone="main" disabled={twice !== undefined} onAct={() => onSubmit(fields)} />
      </div>
    </div>
  );
}
