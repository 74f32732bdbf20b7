/** What a list consists of, and how it is spoken of: the same grid, mapping and file desk serve each kind. */
export interface RowKind {
  /** In the order of the template. */
  readonly fields: readonly string[];
  readonly widthPx: Readonly<Record<string, number>>;
  readonly rightAligned: ReadonlySet<string>;
  readonly words: RowWords;
}

type ByCount = (count: number) => string;

/** Words in which one kind of list differs from another. */
export interface RowWords {
  readonly field: Readonly<Record<string, string>>;
  readonly fix: Readonly<Record<string, (text: string) => string>>;
  readonly problem: Readonly<Record<string, (facts: Readonly<Record<string, string | number>>) => string>>;
  readonly file: {
    readonly label: string;
    readonly title: string;
    readonly hint: string;
    readonly choose: string;
    readonly type: string;
    readonly template: string;
    readonly pasted: string;
    readonly reading: (name: string) => string;
    readonly checking: string;
    readonly cancelled: string;
    readonly sheet: string;
    readonly imported: (added: number, mended: number, unchanged: number) => string;
  };
  readonly mapping: {
    readonly title: string;
    readonly hint: (name: string, rows: number) => string;
    readonly heading: string;
    readonly sample: string;
    readonly meaning: string;
    readonly of: (heading: string) => string;
    readonly unnamed: (letter: string) => string;
    readonly unsure: string;
    readonly leftOut: string;
    readonly missing: (fields: string) => string;
    readonly twice: (name: string) => string;
    readonly submit: string;
  };
  readonly sheet: Readonly<
    Record<'label' | 'onlyProblems' | 'allRows' | 'fill' | 'setAside' | 'takeBack' | 'kept' | 'waiting' | 'failed' | 'isRight', string>
  >;
  readonly fill: {
    readonly title: string;
    readonly column: string;
    readonly text: string;
    readonly which: string;
    readonly all: ByCount;
    readonly empty: ByCount;
    readonly submit: string;
  };
}
