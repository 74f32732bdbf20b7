/** Ends an exhausted union: a new member breaks the build here; a value that slipped past the types is a bug and throws. */
export function assertNever(value: never): never {
  throw new Error(`Value outside its closed set: ${JSON.stringify(value)}`);
}
