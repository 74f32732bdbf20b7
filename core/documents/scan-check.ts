import { hash } from 'node:crypto';
import { MAX_SCAN_BYTES, type ScanContents, type ScanReport, scanReport } from '#shared/domain/scan.ts';
import { readInWorker, SCAN_LIMITS, type ScanLimits } from './scan-worker-run.ts';

export type ScanChecker = Readonly<{
  /** One scan at a time, in the order asked for; `bytes` must not change until the report is there. */
  check: (bytes: Uint8Array) => Promise<ScanReport>;
  /** Stops the check under way; it and the waiting ones reject. */
  close: () => Promise<void>;
}>;

type ScanCheckerDeps = Readonly<{
  /** The built scan-check-worker. */
  workerUrl: URL;
  limits?: ScanLimits | undefined;
}>;

/** What is empty or too large is refused by its size alone, whatever its contents. */
const NOT_OPENED: ScanContents = { kind: 'not-a-pdf' };

/** Checks scans in a worker thread that is made for one scan and ended with it: a hostile file can only spoil its own check. */
export function openScanChecker({ workerUrl, limits = SCAN_LIMITS }: ScanCheckerDeps): ScanChecker {
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();

  async function checkNow(bytes: Uint8Array): Promise<ScanReport> {
    closing.signal.throwIfAborted();
    const isWorthOpening = bytes.length > 0 && bytes.length <= MAX_SCAN_BYTES;
    const contents = isWorthOpening ? await readInWorker({ workerUrl, limits, bytes, signal: closing.signal }) : NOT_OPENED;
    return scanReport({ bytes: bytes.length, sha256: hash('sha256', bytes), contents });
  }

  return {
    check(bytes) {
      const report = last.then(() => checkNow(bytes));
      last = report.catch(() => undefined);
      return report;
    },
    async close() {
      closing.abort(new Error('the scan checker is closed'));
      await last;
    },
  };
}
