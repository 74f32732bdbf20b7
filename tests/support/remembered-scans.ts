import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runFolder, runFolderVariable } from './run-folder.ts';
import { writeWhole } from './write-whole.ts';

const reader = new URL('remembering-scan-worker.child.ts', import.meta.url);

/**
 * A worker that reads each file as the real one does, once a run: loading the PDF library anew for the same few samples was half of the
 * work of many tests. The core starts it without an environment, so a file in the folder of the run says which folder that is.
 */
export function rememberingScanWorker(): URL {
  const file = join(runFolder(), 'scan-worker.mjs');
  if (!existsSync(file)) {
    writeWhole(file, `process.env.${runFolderVariable} = import.meta.dirname;\nawait import('${reader.href}');\n`);
  }
  return pathToFileURL(file);
}
