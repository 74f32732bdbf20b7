import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Host, KeyStore, LogLine } from '#core/host.ts';
import { openJsonSettings } from './json-settings.ts';
import { rememberingScanWorker } from './remembered-scans.ts';

/** The folder of the sources: tests, and the children they start, run there. */
export const root = process.cwd();

function sourceUrl(file: string): URL {
  return pathToFileURL(path.join(root, file));
}

/** Stands where the operating system's key store would: what it wraps, it alone unwraps. It keeps no secret. */
const mirrorKeyStore: KeyStore = {
  wrap: (secret) => Promise.resolve(Uint8Array.from(secret).toReversed()),
  unwrap: (wrapped) => Promise.resolve(Uint8Array.from(wrapped).toReversed()),
};

export interface TestHostOptions {
  readonly dataDir: string;
  readonly now?: (() => number) | undefined;
  readonly log?: ((line: LogLine) => void) | undefined;
  /** Without one the office asks for a passphrase at every start. */
  readonly keyStore?: KeyStore | null | undefined;
  /** The real printer loads its fonts at every start, so only tests of papers ask for it. */
  readonly printsPaper?: boolean | undefined;
  /** The real reader loads the PDF library for each scan; whoever counts writes to the disk must not have another's memory in them. */
  readonly remembersScans?: boolean | undefined;
}

/** What Electron or the web host lends to the core, lent by a test: real files, real workers, a clock of its own. */
export function testHost({
  dataDir,
  now = Date.now,
  log = () => undefined,
  keyStore = mirrorKeyStore,
  printsPaper = false,
  remembersScans = false,
}: TestHostOptions): Host {
  return {
    kind: 'test',
    version: '0.0.0-test',
    dataDir,
    resourcesDir: path.join(root, 'resources'),
    settings: openJsonSettings(dataDir),
    keyStore,
    workers: {
      paper: sourceUrl(printsPaper ? 'core/paper/pdf-worker.ts' : 'tests/support/idle-worker.child.ts'),
      scanCheck: remembersScans ? rememberingScanWorker() : sourceUrl('core/documents/scan-check-worker.ts'),
      tableFile: sourceUrl('core/table-file/table-worker.ts'),
      copies: sourceUrl('core/copies/copies-worker.ts'),
      practiceHub: sourceUrl('out/main/practice-hub.js'),
      drill: sourceUrl('core/drill/drill-worker.ts'),
    },
    log,
    now,
  };
}
