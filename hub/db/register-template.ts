import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { templateName } from './template-name.ts';

/** Run once by the build: an empty PGlite folder as one file, from which new practice registers and small hubs are filled. */
const pglite = await PGlite.create();
const dump = await pglite.dumpDataDir('gzip');
await pglite.close();
writeFileSync(join(import.meta.dirname, templateName), Buffer.from(await dump.arrayBuffer()));
