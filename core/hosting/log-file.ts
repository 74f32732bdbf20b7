import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LogLine } from '../host.ts';

const MAX_FILE_BYTES = 5 * 1024 * 1024;
const MAX_FILES = 14;

/**
 * Opens `kaunta.log` in `folder`: one JSON object a line, UTC, turned over at 5 MB, fourteen files kept (RELIABILITY §4 Logs).
 * A log that cannot be written never stops the counter: the line goes to standard error instead.
 */
export function openLogFile(folder: string, now: () => number): (line: LogLine) => void {
  const file = path.join(folder, 'kaunta.log');
  let bytes = openingSize(folder, file);
  return (line) => {
    const text = `${JSON.stringify({ at: new Date(now()).toISOString(), ...line })}\n`;
    try {
      const length = Buffer.byteLength(text);
      if (bytes + length > MAX_FILE_BYTES) {
        turnOver(folder);
        bytes = 0;
      }
      appendFileSync(file, text, { mode: 0o600 });
      bytes += length;
    } catch {
      process.stderr.write(text);
    }
  };
}

function openingSize(folder: string, file: string): number {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}

/** kaunta.log becomes kaunta.1.log, that one kaunta.2.log, and the fourteenth goes. */
function turnOver(folder: string): void {
  const name = (index: number) => path.join(folder, index === 0 ? 'kaunta.log' : `kaunta.${index}.log`);
  rmSync(name(MAX_FILES - 1), { force: true });
  for (let index = MAX_FILES - 2; index >= 0; index -= 1) {
    if (statSync(name(index), { throwIfNoEntry: false }) !== undefined) renameSync(name(index), name(index + 1));
  }
}

/**
 * Logs what nobody expected and returns the reference a person can quote. The message stays out, because it may hold what someone typed;
 * the error's name and the places it passed are enough to find it.
 */
export function logFault(log: (line: LogLine) => void, event: string, fault: unknown): string {
  const reference = randomUUID().slice(0, 8);
  const name = fault instanceof Error ? fault.name : typeof fault;
  log({ level: 'error', event, facts: { reference, name, stack: fault instanceof Error ? placesOf(fault) : '' } });
  return reference;
}

function placesOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return lines.map((line) => line.trim()).join(' | ');
}
