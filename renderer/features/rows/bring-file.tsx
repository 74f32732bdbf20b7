import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TableFault } from '#shared/domain/table-file.ts';
import { actId } from '#renderer/connection/act.ts';
import { api, client } from '#renderer/connection/connection.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { useWords } from '#renderer/ui/locale.tsx';
import { LongWork } from '#renderer/ui/long-work.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { saveFile } from '#renderer/ui/save-file.ts';
import { tell } from '#renderer/ui/tell.ts';
import type { ReadAnswer, ReadFile } from './judged-row.ts';
import { MappingTable } from './mapping-table.tsx';
import type { RowKind, RowWords } from './row-kind.ts';
import classes from './rows.module.css';

type Stage =
  | { readonly at: 'choose'; readonly fault?: TableFault | undefined; readonly error?: unknown }
  | {
      readonly at: 'reading' | 'checking';
      readonly readId: string;
      readonly name: string;
      readonly rows: number | null;
      readonly sinceMs: number;
    }
  | { readonly at: 'mapping'; readonly readId: string; readonly file: File; readonly read: ReadFile };

/** The host of one list, which reads a file for it and brings it in. */
export interface FileHost {
  readonly readFile: (file: File, sheet: string | null, readId: string) => Promise<ReadAnswer>;
  readonly importRows: (
    readId: string,
    columns: readonly (string | null)[],
  ) => PromiseLike<{ readonly added: number; readonly mended: number; readonly unchanged: number }>;
  readonly template: () => Promise<File>;
  readonly templateName: string;
}

interface BringFileProps {
  readonly kind: RowKind;
  readonly host: FileHost;
  readonly onRows: () => void;
  readonly onType: () => void;
  readonly onBack: () => void;
}

/** From a file to rows: choose, read, say which column is which, bring in. Each step can be left with nothing taken. */
export function BringFile({ kind, host, onRows, onType, onBack }: BringFileProps) {
  const { tableFile, frame } = useWords();
  const { words } = kind;
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const read = async (file: File, sheet: string | null = null) => {
    const readId = actId();
    setStage({ at: 'reading', readId, name: file.name, rows: null, sinceMs: Date.now() });
    try {
      const answer = await host.readFile(file, sheet, readId);
      if (answer.kind === 'read') setStage({ at: 'mapping', readId, file, read: answer });
      else setStage({ at: 'choose', fault: answer.fault });
    } catch (error) {
      setStage((now) => (now.at === 'reading' ? { at: 'choose', error } : now));
    }
  };
  const bring = async (readId: string, name: string, rows: number, columns: readonly (string | null)[]) => {
    setStage({ at: 'checking', readId, name, rows, sinceMs: Date.now() });
    try {
      const { added, mended, unchanged } = await host.importRows(readId, columns);
      tell(words.file.imported(added, mended, unchanged));
      onRows();
    } catch (error) {
      setStage((now) => (now.at === 'checking' ? { at: 'choose', error } : now));
    }
  };
  const cancel = async (readId: string) => {
    setStage({ at: 'choose' });
    await client.batches.cancel({ readId });
    tell(words.file.cancelled);
  };
  if (stage.at === 'mapping')
    return (
      <MappingTable
        kind={kind}
        read={stage.read}
        onSheet={(sheet) => void read(stage.file, sheet)}
        onBack={() => void cancel(stage.readId)}
        onSubmit={(columns) => void bring(stage.readId, stage.file.name, stage.read.rows, columns)}
      />
    );
  if (stage.at !== 'choose') return <Progress {...stage} words={words.file} onCancel={() => void cancel(stage.readId)} />;
  const template = async () => saveFile(await host.template(), host.templateName);
  return (
    <div className={classes['bring']}>
      <FileDrop
        label={words.file.label}
        title={words.file.title}
        hint={words.file.hint}
        chooseLabel={words.file.choose}
        keys="c"
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        pending={false}
        onFile={(file) => void read(file)}
        onText={(text) => void read(new File([text], words.file.pasted, { type: 'text/csv' }))}
      >
        <ActionButton label={words.file.type} keys="t" onAct={onType} />
        <ActionButton
          label={words.file.template}
          keys="s"
          onAct={() => void template().catch((error: unknown) => setStage({ at: 'choose', error }))}
        />
      </FileDrop>
      {stage.fault === undefined ? null : (
        <Note tone="red" isAlert>
          {tableFile.fault(stage.fault)}
        </Note>
      )}
      <FailureNote error={stage.error} />
      <div>
        <ActionButton label={frame.back} keys="Escape" onAct={onBack} />
      </div>
    </div>
  );
}

interface ProgressProps {
  readonly words: RowWords['file'];
  readonly at: 'reading' | 'checking';
  readonly readId: string;
  readonly name: string;
  readonly rows: number | null;
  readonly sinceMs: number;
  readonly onCancel: () => void;
}

const askEveryMs = 300;

/** How far the host has come; asked a few times a second while it works. */
function Progress({ words, at, readId, name, rows, sinceMs, onCancel }: ProgressProps) {
  const { data } = useQuery({
    ...api.batches.progress.queryOptions({ input: { readId } }),
    refetchInterval: askEveryMs,
    gcTime: 0,
  });
  const done = data?.rows ?? 0;
  const share = data?.share ?? 0;
  const total = rows ?? (share > 0 && done > 0 ? Math.round(done / share) : null);
  return (
    <LongWork
      label={at === 'reading' ? words.reading(name) : words.checking}
      done={done}
      total={total}
      sinceMs={sinceMs}
      onCancel={onCancel}
    />
  );
}
