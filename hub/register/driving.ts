import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DrivingReference } from '#shared/domain/driving-class.ts';
import type { DrivingClassesFile, DrivingRulesFile } from '#shared/domain/reference.ts';

/** Classes and rules of driving, as they ship with the program. */
export async function readDriving(resourcesDir: string): Promise<DrivingReference> {
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(resourcesDir, 'reference', file), 'utf8'));
  const { classes } = (await read('driving-classes.json')) as DrivingClassesFile;
  const { rules } = (await read('driving-rules.json')) as DrivingRulesFile;
  return { classes, rules };
}
