import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest file begins first: without times of an earlier run it would come last and run alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith('tests/sync/model/model.test.ts');
    const usual = await super.sort(files);
    return [...usual.filter((file) => isLongest(file)), ...usual.filter((file) => !isLongest(file))];
  }
}

export default defineConfig({
  test: {
    projects: [
      // Pure rules: their files may follow each other in one process.
      { extends: true, test: { name: 'rules', include: ['shared/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'parts', include: ['{core,hub,web,electron,renderer,tests}/**/*.test.{ts,tsx}'] } },
    ],
    // A process for each file: what ends one takes no other file along, and `npm test` runs that file again and says so.
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    globalSetup: 'tests/support/run-folder.ts',
    execArgv: ['--import', path.join(import.meta.dirname, 'tests/support/keep-type-stripper.ts')],
    // Most wait for disks, sockets and other processes: with a file for each core, a quarter of the cores' time went unused.
    maxWorkers: availableParallelism() + 1,
    // Real databases, sockets and password hashes on a busy two-core machine; a hang still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
