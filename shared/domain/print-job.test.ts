import { expect, it } from 'vitest';
import { isPrinterAddress, networkAddress, suitsWidth } from './print-job.ts';

it.each(['-d', 'A B', 'x;rm', '$(id)', 'a/b', '', 'naïve', '--', "a'b"])('a queue is never called %j', (name) => {
  expect(isPrinterAddress('cups', name)).toBe(false);
});

it.each(['Epson_TM-T20', 'HP_LaserJet_P1102', '4050', 'room4@server'])('a queue may be called %j', (name) => {
  expect(isPrinterAddress('cups', name)).toBe(true);
});

it('a printer on the network is a host and a port', () => {
  expect(networkAddress('192.168.1.40:9100')).toEqual({ host: '192.168.1.40', port: 9100 });
  expect(networkAddress('[fe80::1]:9100')).toEqual({ host: 'fe80::1', port: 9100 });
  expect(['192.168.1.40', 'host:0', 'host:65536', 'http://host:9100', 'a b:9100', '-x:9100', ':9100'].map(networkAddress)).toEqual(
    Array.from({ length: 7 }, () => null),
  );
});

it('papers are kept in a folder that is named from its root', () => {
  expect(['/srv/papers', 'C:\\papers', '\\\\server\\papers', 'papers', ''].map((one) => isPrinterAddress('folder', one))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

it('a logbook never goes to a roll', () => {
  expect([suitsWidth('logbook', '80mm'), suitsWidth('receipt', '80mm'), suitsWidth('logbook', 'a4')]).toEqual([false, true, true]);
});
