import type { Topic } from './context.ts';

/** Tells every open screen what to read again. Announcements that nobody has taken yet are merged, so a slow screen costs nothing. */
export interface Changes {
  readonly announce: (topics: readonly Topic[]) => void;
  readonly watch: (signal: AbortSignal | undefined) => AsyncGenerator<{ topics: Topic[] }>;
  close(): void;
}

interface Watcher {
  readonly waiting: Set<Topic>;
  wake: () => void;
}

export function openChanges(): Changes {
  const watchers = new Set<Watcher>();
  const state = { closed: false };
  const wakeAll = () => watchers.forEach((watcher) => watcher.wake());
  return {
    announce: (topics) => {
      for (const watcher of watchers) topics.forEach((topic) => watcher.waiting.add(topic));
      if (topics.length > 0) wakeAll();
    },
    async *watch(signal) {
      const watcher: Watcher = { waiting: new Set(), wake: () => undefined };
      watchers.add(watcher);
      const isOver = () => state.closed || signal?.aborted === true;
      const wake = () => watcher.wake();
      signal?.addEventListener('abort', wake);
      try {
        while (!isOver()) {
          if (watcher.waiting.size === 0) await new Promise<void>((resolve) => (watcher.wake = resolve));
          const topics = [...watcher.waiting];
          watcher.waiting.clear();
          if (topics.length > 0) yield { topics };
        }
      } finally {
        signal?.removeEventListener('abort', wake);
        watchers.delete(watcher);
      }
    },
    close: () => {
      state.closed = true;
      wakeAll();
    },
  };
}
