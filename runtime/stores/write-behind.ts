/** Writes that nobody waits for, except at the end. */
export interface WriteBehind {
  add(write: () => Promise<unknown>): void;
  /** Resolves when all have settled, or after `timeoutMs`. */
  flush(timeoutMs?: number): Promise<void>;
}

const FLUSH_MS = 2_000;

/** What the slowest store may hold back. More is dropped: a cache that lacks an entry is only slower. */
const AT_MOST = 1_000;

export function createWriteBehind(): WriteBehind {
  const underWay = new Set<Promise<unknown>>();
  return {
    add(write) {
      if (underWay.size >= AT_MOST) return;
      const settled: Promise<unknown> = write().finally(() => underWay.delete(settled));
      underWay.add(settled);
    },
    async flush(timeoutMs = FLUSH_MS) {
      if (underWay.size === 0) return;
      const { promise: late, cancel } = timeout(timeoutMs);
      await Promise.race([Promise.allSettled(underWay), late]);
      cancel();
    },
  };
}

/** Keeps the process alive while it waits. */
function timeout(ms: number): { promise: Promise<void>; cancel: () => void } {
  let cancel = (): void => {};
  const promise = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    cancel = () => clearTimeout(timer);
  });
  return { promise, cancel };
}
