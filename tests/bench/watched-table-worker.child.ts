import { getHeapStatistics } from 'node:v8';
import { memoryChannel } from './worker-memory.ts';

/** The table worker as it is, telling what it holds meanwhile: its heap as taken from the system, and the buffers beside it. */
const channel = new BroadcastChannel(memoryChannel);
const everyMs = 5;

function tell(): void {
  const { total_heap_size: heapBytes, external_memory: bufferBytes, malloced_memory: otherBytes } = getHeapStatistics();
  channel.postMessage(heapBytes + bufferBytes + otherBytes);
}

setInterval(tell, everyMs);
await import('#core/table-file/table-worker.ts');
