import { expect, it } from 'vitest';
import { jobsOf, queueJobOf, readQueue, troubleOf } from './cups-words.ts';

/** As `lpstat -l -p` of CUPS 2.4 writes it. */
function queue(state: string, message: string, alerts: string): string {
  const second = message === '' ? '' : `\t${message}\n`;
  return `printer Epson ${state} since Sun Nov 22 23:38:36 2026${message === '' ? '' : ' -'}\n${second}\tForm mounted:\n\tContent types: any\n\tAlerts: ${alerts}\n\tLocation: \n`;
}

it.each<[string, string, string, string | null]>([
  ['is idle.  enabled', '', 'none', null],
  ['is idle.  enabled', '', 'toner-low-report', null],
  ['now printing Epson-12.  enabled', 'Load A4 in tray 1', 'media-empty-error', 'paper-out'],
  ['now printing Epson-12.  enabled', '', 'cover-open-error', 'cover-open'],
  ['now printing Epson-12.  enabled', '', 'media-jam-error', 'jam'],
  ['now printing Epson-12.  enabled', '', 'marker-supply-empty-error', 'ink-out'],
  ['now printing Epson-12.  enabled', 'The printer may not exist or is unavailable at this time.', 'none', 'unreachable'],
  ['is idle.  enabled', '', 'offline-report', null],
  ['disabled', 'Waiting for a new drum', 'paused', 'stopped'],
  ['disabled', 'Paper out in tray 2', 'paused', 'paper-out'],
])('a queue that %s, says %j and alerts %s means %s', (state, message, alerts, problem) => {
  expect(troubleOf(readQueue(queue(state, message, alerts)))?.problem ?? null).toBe(problem);
});

it('jobs are told by the name that lp gave them', () => {
  expect(queueJobOf('request id is Epson_TM-T20-12 (0 file(s))\n')).toBe('Epson_TM-T20-12');
  expect(queueJobOf('lp: Error\n')).toBeUndefined();
  expect(jobsOf('Epson-12   root   1024   Sun Nov 22\nEpson-3    root   1024   Sun Nov 22\n')).toEqual(['Epson-12', 'Epson-3']);
});
