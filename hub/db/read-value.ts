/** Object ids of PostgreSQL's types whose default reading differs between the two drivers (STACK §10). */
const oid = { bigint: 20, json: 114, date: 1082, timestamptz: 1184, jsonb: 3802, xid8: 5069 } as const;

function readBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Past 2^53: ${text}`);
  return value;
}

/** Both connections speak UTC, so the text ends in `+00`. */
function readInstant(text: string): string {
  return new Date(`${text.replace(' ', 'T')}:00`).toISOString();
}

/** How texts from the database become values: instants as ISO text with ms and Z, days and xid8 as text, bigint as a safe number. */
export const valueReaders: Readonly<Record<number, (text: string) => unknown>> = {
  [oid.bigint]: readBigint,
  [oid.json]: (text) => JSON.parse(text) as unknown,
  [oid.date]: (text) => text,
  [oid.timestamptz]: readInstant,
  [oid.jsonb]: (text) => JSON.parse(text) as unknown,
  [oid.xid8]: (text) => text,
};
