/** The kinds of paper an office sets a printer for. */
export const paperUses = ['receipt', 'slip', 'logbook', 'form', 'report'] as const;
export type PaperUse = (typeof paperUses)[number];

/** How a printer is reached: a CUPS queue, an ESC/POS printer on the network, a printer of Windows, or a folder that keeps papers as PDF. */
export const printerWays = ['cups', 'network', 'windows', 'folder'] as const;
export type PrinterWay = (typeof printerWays)[number];

/**
 * Where a job stands. `sent` means that its bytes may have left; nobody knows yet whether paper came out, so it is never sent a second time
 * by itself: a person is asked. `failed` is said only where nothing can have come out.
 */
export const printJobStates = ['queued', 'sent', 'asking', 'done', 'spoiled', 'failed', 'cancelled'] as const;
export type PrintJobState = (typeof printJobStates)[number];

/** Why a printer is not ready or a job did not go as it should; each has a sentence that says what to do. */
export const printProblems = [
  'no-printer',
  'no-service',
  'unknown-queue',
  'stopped',
  'refusing',
  'paper-out',
  'cover-open',
  'jam',
  'ink-out',
  'offline',
  'unknown-host',
  'connection-refused',
  'unreachable',
  'cut-off',
  'removed',
  'cannot-save',
  'wrong-width',
  'not-made',
  'interrupted',
  'cancelled',
  'not-here',
  'printer-error',
] as const;
export type PrintProblem = (typeof printProblems)[number];

/** Why a sheet did not come out as it should, in the words of the person who saw it. */
export const spoilReasons = ['jam', 'ink', 'wrong-sheet', 'nothing-came', 'cut-short', 'torn', 'other'] as const;
export type SpoilReason = (typeof spoilReasons)[number];

/** A roll takes only papers that have a narrow form. */
export function suitsWidth(use: PaperUse, width: 'a4' | '80mm'): boolean {
  return width === 'a4' || use === 'receipt' || use === 'slip';
}

/** Where a job may still be stopped: before its bytes have left, or while the printer has not finished with it. */
export function isUnderWay(state: PrintJobState): boolean {
  return state === 'queued' || state === 'sent';
}

/** A job of which nothing came out, or not as it should, may be printed again as a new one. */
export function mayPrintAgain(state: PrintJobState): boolean {
  return state === 'failed' || state === 'spoiled' || state === 'cancelled';
}

const cupsName = /^[A-Za-z0-9_][A-Za-z0-9_.+@-]{0,126}$/u;
const hostAndPort = /^([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:]{2,45}\]):(\d{1,5})$/u;

/** Whether an address can be one of its way; nothing else ever reaches a program's arguments or a socket. */
export function isPrinterAddress(way: PrinterWay, address: string): boolean {
  switch (way) {
    case 'cups':
      return cupsName.test(address);
    case 'network':
      return networkAddress(address) !== null;
    case 'windows':
      return address.length > 0 && address.length <= 220 && !/[\p{Cc}"]/u.test(address) && !address.startsWith('-');
    case 'folder':
      return /^(\/|[A-Za-z]:[\\/]|\\\\)/u.test(address) && !/\p{Cc}/u.test(address);
  }
}

/** `192.168.1.40:9100` or `receipts.local:9100`; null where it is no such thing. */
export function networkAddress(address: string): { readonly host: string; readonly port: number } | null {
  const [, host, digits] = hostAndPort.exec(address) ?? [];
  const port = Number(digits);
  return host === undefined || port < 1 || port > 65_535 ? null : { host: host.replaceAll(/[[\]]/gu, ''), port };
}
