import { trials } from '#tests/support/tier.ts';

/** On each commit the same schedules, so that one that turns red is the commit's own fault; new ones come at night. */
const everyCommit = 20_261_122;

/**
 * The seed of a random test, said aloud with how to run it again: the one that `KAUNTA_SEED` names, or at night a new one.
 * `file` is the test's own `import.meta.filename`.
 */
export function saySeed(file: string): number {
  const seed = Number(process.env['KAUNTA_SEED'] ?? trials(everyCommit, Math.floor(Math.random() * 2 ** 31)));
  const place = file.slice(file.lastIndexOf('tests'));
  console.info(`Seed ${seed}. Again: KAUNTA_SEED=${seed} npx vitest run ${place}`);
  return seed;
}
