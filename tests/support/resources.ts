import { resolve } from 'node:path';

/** What Kaunta comes with beside its program: fonts and reference tables. */
export const resourcesDir = resolve(import.meta.dirname, '../../resources');
