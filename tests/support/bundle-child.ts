import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import { root } from './test-host.ts';

/** A program of the tests as the build would make it, so that it runs outside the test runner. */
export interface BundledChild {
  readonly file: string;
  remove(): Promise<void>;
}

export interface BundleOptions {
  /** Source files, from the root, that stand in for others. */
  readonly instead?: Readonly<Record<string, string>> | undefined;
}

/** Bundles one child with everything but the packages that ship; beside `node_modules`, so that it finds those. */
export async function bundleChild(source: string, { instead = {} }: BundleOptions = {}): Promise<BundledChild> {
  const outDir = await mkdtemp(path.join(root, 'node_modules', '.kaunta-child-'));
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [standIns(instead)],
    ssr: { noExternal: true, external: Object.keys(dependencies) },
    build: { ssr: path.join(root, source), outDir, rolldownOptions: { output: { entryFileNames: 'child.mjs' } } },
  });
  return { file: path.join(outDir, 'child.mjs'), remove: () => rm(outDir, { recursive: true }) };
}

function standIns(instead: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'stand-ins',
    enforce: 'pre',
    async resolveId(source, importer) {
      const found = await this.resolve(source, importer, { skipSelf: true });
      const other = found && instead[path.relative(root, found.id)];
      return other && importer !== path.join(root, other) ? path.join(root, other) : null;
    },
  };
}
