/**
 * One thing that the office does to its file, through the product itself. The same `n` is the same act with the same entry id, so an
 * attempt may be repeated as a screen would repeat it.
 */
export interface Flow {
  /** Returns what was acknowledged; throws where it was refused. */
  attempt(n: number): Promise<string>;
  isReadOnly(): Promise<boolean>;
  close(): Promise<void>;
}

export interface FlowOptions {
  readonly dataDir: string;
  readonly clerkId: string;
}

/** What a child says of one attempt: acknowledged, or refused with a code. */
export interface Said {
  readonly done?: string | undefined;
  readonly refused?: string | undefined;
  /** Whether the bottom bar says that nothing can be written now. */
  readonly readOnly: boolean;
}

const kinds = { payment: 1, submission: 2 } as const;

/** Like a UUIDv7, but made of what it stands for, so that another process makes the same. */
export function entryIdOf(kind: keyof typeof kinds, n: number): string {
  return `00000000-0000-7000-8${String(kinds[kind]).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`;
}

/** An attempt that was not done, where no refusal of the contract says so. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
