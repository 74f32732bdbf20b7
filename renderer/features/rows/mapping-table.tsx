import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { columnLetters } from '#shared/domain/table-file.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { ReadFile } from './judged-row.ts';
import type { RowKind } from './row-kind.ts';
import classes from './rows.module.css';

interface MappingTableProps {
  readonly kind: RowKind;
  readonly read: ReadFile;
  readonly onSheet: (sheet: string) => void;
  readonly onBack: () => void;
  readonly onSubmit: (columns: readonly (string | null)[]) => void;
}

/** What each column of the file holds, as far as its heading says it; a person confirms. */
export function MappingTable({ kind: { fields: known, words }, read, onSheet, onBack, onSubmit }: MappingTableProps) {
  const { frame } = useWords();
  const { mapping } = words;
  const [fields, setFields] = useState<readonly (string | null)[]>(() => read.columns.map(({ field }) => field));
  const nameOf = (field: string) => words.field[field] ?? field;
  const twice = known.find((field) => fields.filter((one) => one === field).length > 1);
  const missing = known.filter((field) => !fields.includes(field)).map(nameOf);
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
                        data={[{ value: '', label: mapping.leftOut }, ...known.map((value) => ({ value, label: nameOf(value) }))]}
                        onChange={({ currentTarget: { value } }) => setFields(fields.with(column, value === '' ? null : value))}
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
      {twice === undefined ? null : <Note tone="red">{mapping.twice(nameOf(twice))}</Note>}
      {missing.length === 0 ? null : <Note tone="plain">{mapping.missing(missing.join(', '))}</Note>}
      <div className={classes['buttons']}>
        <ActionButton label={frame.back} keys="Escape" onAct={onBack} />
        <ActionButton label={mapping.submit} keys="Ctrl+Enter" tone="main" disabled={twice !== undefined} onAct={() => onSubmit(fields)} />
      </div>
    </div>
  );
}
