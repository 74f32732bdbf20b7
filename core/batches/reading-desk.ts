import { createHash } from 'node:crypto';
import { listText, type TableHead } from '#shared/domain/table-file.ts';
import { AppError } from '../refusal.ts';
import { readTable } from '../table-file/service.ts';

/** A whole file as it was read, in memory until its rows are brought in. */
export interface ReadFile {
  readonly batchId: string;
  readonly userId: string;
  readonly name: string;
  /** SHA-256 of its bytes and the sheet that was read. */
  readonly hash: string;
  readonly head: TableHead;
  readonly rows: readonly (readonly string[])[];
  /** The number of each row in the file, as its reader sees it. */
  readonly rowNumbers: readonly number[];
}

interface Progress {
  stage: 'reading' | 'checking' | 'none';
  rows: number;
  share: number;
}

/** One file being read or brought in. */
export interface Reading {
  readonly signal: AbortSignal;
  readonly tell: (progress: Progress) => void;
}

export interface FileToRead {
  readonly readId: string;
  readonly batchId: string;
  readonly userId: string;
  readonly file: File;
  readonly sheet: string | null;
}

/** Holds what people have dropped, one file a person: a second one takes the place of the first. */
export interface ReadingDesk {
  read(file: FileToRead): Promise<ReadFile>;
  held(readId: string, owner: { readonly userId: string; readonly batchId: string }): ReadFile;
  /** Runs work that `progress` tells of and `cancel` stops. */
  during<T>(readId: string, userId: string, work: (reading: Reading) => Promise<T>): Promise<T>;
  progress(readId: string, userId: string): Readonly<Progress>;
  cancel(readId: string, userId: string): void;
  close(): void;
}

const idle: Progress = { stage: 'none', rows: 0, share: 0 };

export function openReadingDesk(workerUrl: URL): ReadingDesk {
  const held = new Map<string, ReadFile & { readonly readId: string }>();
  const running = new Map<string, { readonly userId: string; readonly stop: AbortController; progress: Progress }>();
  const own = (readId: string, userId: string) => {
    const one = running.get(readId);
    return one?.userId === userId ? one : undefined;
  };

  const during: ReadingDesk['during'] = async (readId, userId, work) => {
    const one = { userId, stop: new AbortController(), progress: idle };
    running.set(readId, one);
    try {
      return await work({ signal: one.stop.signal, tell: (progress) => (one.progress = progress) });
    } catch (error) {
      throw one.stop.signal.aborted ? new AppError('batch.cancelled') : error;
    } finally {
      running.delete(readId);
    }
  };

  return {
    during,
    read: ({ readId, batchId, userId, file, sheet }) =>
      during(readId, userId, async (reading) => {
        const read = { batchId, userId, ...(await readWhole(workerUrl, { file, sheet }, reading)) };
        held.set(userId, { ...read, readId });
        return read;
      }),
    held: (readId, { userId, batchId }) => {
      const file = held.get(userId);
      if (file?.readId !== readId || file.batchId !== batchId) throw new AppError('batch.file-gone');
      return file;
    },
    progress: (readId, userId) => own(readId, userId)?.progress ?? idle,
    cancel: (readId, userId) => {
      own(readId, userId)?.stop.abort();
      if (held.get(userId)?.readId === readId) held.delete(userId);
    },
    close: () => {
      for (const { stop } of running.values()) stop.abort();
      held.clear();
    },
  };
}

async function readWhole(
  workerUrl: URL,
  { file, sheet }: Pick<FileToRead, 'file' | 'sheet'>,
  { signal, tell }: Reading,
): Promise<Omit<ReadFile, 'batchId' | 'userId'>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const hash = createHash('sha256')
    .update(bytes)
    .update(sheet ?? '')
    .digest('hex');
  const rows: (readonly string[])[] = [];
  const rowNumbers: number[] = [];
  let head: TableHead | undefined;
  const parts = readTable(
    { name: file.name, bytes },
    { workerUrl, signal, sheet: sheet ?? undefined, onProgress: (progress) => tell({ stage: 'reading', ...progress }) },
  );
  for await (const part of parts) {
    if (part.kind === 'head') head = part.head;
    else
      for (const { row, cells } of part.rows) {
        rows.push(cells.map(listText));
        rowNumbers.push(row);
      }
  }
  if (!head) throw new Error('The reader gave no head');
  return { name: file.name, hash, head, rows, rowNumbers };
}
