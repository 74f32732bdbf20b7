import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Reference } from '#shared/domain/reference.ts';
import { referenceFiles } from '#shared/domain/reference-files.ts';

/** Reads the dated data that ships with the program; its consistency is a test of `shared/domain/reference-faults.ts`. */
export function readReference(resourcesDir: string): Reference {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(resourcesDir, 'reference', file), 'utf8'));
  return Object.fromEntries(Object.entries(referenceFiles).map(([key, file]) => [key, read(file)])) as unknown as Reference;
}
