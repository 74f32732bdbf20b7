/**
 * The seed of a random test: a new one each time, said aloud with how to run it again, or the one that `KAUNTA_SEED` names.
 * `file` is the test's own `import.meta.filename`.
 */
export function saySeed(file: string): number {
  const given = process.env['KAUNTA_SEED'];
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  const place = file.slice(file.lastIndexOf('tests'));
  console.info(`Seed ${seed}. Again: KAUNTA_SEED=${seed} npx vitest run ${place}`);
  return seed;
}
