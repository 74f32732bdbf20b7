/** What reached the operating system, in the order in which it did; paths are whole. */
export type DiskCall =
  | { readonly kind: 'write'; readonly file: string; readonly bytes: Buffer; /** null: at the end. */ readonly offset: number | null }
  | { readonly kind: 'truncate'; readonly file: string; readonly size: number }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'create'; readonly file: string; readonly empties: boolean }
  | { readonly kind: 'rename'; readonly file: string; readonly to: string }
  | { readonly kind: 'remove'; readonly file: string }
  /** Words to whoever started the program: what was acknowledged by then. */
  | { readonly kind: 'said'; readonly text: string };

/** How strace must be asked so that `readDiskCalls` can read it: every byte, and every path, in hexadecimal. */
export const recordingOptions: readonly string[] = [
  '-f',
  '--seccomp-bpf',
  '-qq',
  '-y',
  '-xx',
  '-s',
  '1000000',
  '-e',
  'trace=pwrite64,pwritev,write,writev,fdatasync,fsync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,openat',
];

/** Reads a recording; a call that failed changed nothing and is left out, and so is a file that was opened only to be read. */
export function readDiskCalls(recording: string): DiskCall[] {
  const begun = new Map<string, string>();
  return recording.split('\n').flatMap((line) => {
    const [, thread = '', text = ''] = /^(\d+) +(.*)$/u.exec(line) ?? [];
    if (text.endsWith(' <unfinished ...>')) {
      begun.set(thread, text.slice(0, -' <unfinished ...>'.length));
      return [];
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/u.exec(text);
    return callOf(resumed ? `${begun.get(thread) ?? ''}${resumed[1] ?? ''}` : text);
  });
}

function callOf(text: string): DiskCall[] {
  const [, name = '', given = '', answer = ''] = /^(\w+)\((.*)\) += (-?\d+)/u.exec(text) ?? [];
  if (name === '' || Number(answer) < 0) return [];
  const [, descriptor = '', at = ''] = /^(\d+)<([^>]*)>/u.exec(given) ?? [];
  const file = fromHex(at).toString();
  const strings = [...given.matchAll(/"([^"]*)"/gu)].map((match) => fromHex(match[1] ?? ''));
  const [first, second] = strings.map(String);
  switch (name) {
    case 'pwrite64':
    case 'write':
      return written({ name, given, descriptor, file, bytes: (strings[0] ?? Buffer.alloc(0)).subarray(0, Number(answer)) });
    case 'ftruncate':
      return [{ kind: 'truncate', file, size: Number(/, (\d+)$/u.exec(given)?.[1]) }];
    case 'fsync':
    case 'fdatasync':
      return [{ kind: 'sync', file }];
    case 'openat':
      return given.includes('O_CREAT') ? [{ kind: 'create', file: first ?? '', empties: given.includes('O_TRUNC') }] : [];
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return [{ kind: 'rename', file: first ?? '', to: second ?? '' }];
    case 'unlink':
    case 'unlinkat':
      return [{ kind: 'remove', file: first ?? '' }];
    default:
      throw new Error(`The recording knows no ${name}`);
  }
}

interface Written {
  readonly name: 'pwrite64' | 'write';
  readonly given: string;
  readonly descriptor: string;
  readonly file: string;
  readonly bytes: Buffer;
}

function written({ name, given, descriptor, file, bytes }: Written): DiskCall[] {
  if (descriptor === '1') return [{ kind: 'said', text: bytes.toString() }];
  const offset = name === 'pwrite64' ? Number(/, (\d+)$/u.exec(given)?.[1]) : null;
  return [{ kind: 'write', file, bytes, offset }];
}

function fromHex(text: string): Buffer {
  return Buffer.from(text.replaceAll(String.raw`\x`, ''), 'hex');
}
