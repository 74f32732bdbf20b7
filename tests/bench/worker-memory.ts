/** Where a watched worker tells the bytes it holds. */
export const memoryChannel = 'kaunta-bench-worker-memory';
