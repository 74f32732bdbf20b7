/** SQLSTATE of an error from either driver, or the code of the socket error beneath it. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Another transaction was in the way; the same work may succeed now. */
export function isTransient(error: unknown): boolean {
  return ['40001', '40P01'].includes(codeOf(error));
}

/** The value cannot be stored at all (class 22: a NUL in a text, a lone surrogate in JSON): the sender's fault, not the hub's. */
export function isDataFault(error: unknown): boolean {
  return codeOf(error).startsWith('22');
}

const goneCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300'];

/** The database is away or full of callers; the caller should come again later. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  const poolIsFull = error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/u.test(error.message);
  return goneCodes.includes(code) || code.startsWith('08') || poolIsFull;
}
