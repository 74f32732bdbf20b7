/** How often a random test tries: on each commit, or at night (`npm run test:nightly`), when there is time. */
export function trials(eachCommit: number, nightly: number): number {
  return process.env['KAUNTA_NIGHTLY'] === '1' ? nightly : eachCommit;
}
