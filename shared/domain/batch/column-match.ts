/** One column of a file and what it seems to hold. Where it is not `sure`, a person is asked. */
export interface ColumnMatch<Field extends string> {
  readonly heading: string;
  readonly field: Field | null;
  readonly sure: boolean;
}

/** Letters and digits only: `Chassis No.` and `CHASSIS_NO` are one heading. */
export function headingKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, '');
}

/** A person's own earlier choices, by `headingKey`; null is left out. */
export type RememberedHeadings<Field extends string> = ReadonlyMap<string, Field | null>;

/** What each column of a file holds, in any order and spelling, by the headings that each field is known under. */
export type ColumnMatcher<Field extends string> = (
  fileHeadings: readonly string[],
  remembered?: RememberedHeadings<Field>,
) => readonly ColumnMatch<Field>[];

export function columnMatcher<Field extends string>(headings: Readonly<Record<Field, readonly string[]>>): ColumnMatcher<Field> {
  const fieldByKey: ReadonlyMap<string, Field> = new Map(
    (Object.keys(headings) as Field[]).flatMap((field) => headings[field].map((heading) => [headingKey(heading), field] as const)),
  );
  return (fileHeadings, remembered = new Map()) => {
    const found = fileHeadings.map((heading) => matchOne(heading, { remembered, fieldByKey }));
    const times = Map.groupBy(found, ({ field }) => field);
    // Two columns for one field: neither is sure, a person chooses.
    return found.map((match) => (match.field !== null && (times.get(match.field)?.length ?? 0) > 1 ? { ...match, sure: false } : match));
  };
}

interface Known<Field extends string> {
  readonly remembered: RememberedHeadings<Field>;
  readonly fieldByKey: ReadonlyMap<string, Field>;
}

function matchOne<Field extends string>(heading: string, { remembered, fieldByKey }: Known<Field>): ColumnMatch<Field> {
  const key = headingKey(heading);
  const chosen = remembered.get(key);
  if (chosen !== undefined) return { heading, field: chosen, sure: true };
  const exact = fieldByKey.get(key);
  if (exact !== undefined) return { heading, field: exact, sure: true };
  const near = key.length < 4 ? undefined : [...fieldByKey].find(([known]) => isNear(key, known));
  return { heading, field: near?.[1] ?? null, sure: key === '' };
}

/** One holds the other, or one letter was left out, put in or mistyped. */
function isNear(key: string, known: string): boolean {
  if (known.length >= 5 && key.includes(known)) return true;
  return known.length >= 4 && isOneSlipAway(key, known);
}

function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const start = [...one].findIndex((letter, index) => letter !== other[index]);
  const at = start === -1 ? Math.min(one.length, other.length) : start;
  const [rest, otherRest] = [one.slice(at), other.slice(at)];
  return rest.slice(1) === otherRest || rest === otherRest.slice(1) || rest.slice(1) === otherRest.slice(1);
}
