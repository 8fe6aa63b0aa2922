import { withDeadline } from "../deadline.ts";

/** A write that nobody waits for, except at the end. */
export interface LateWrite {
  readonly run: () => Promise<unknown>;
  /** Hands it to a worker, for a process that ends before `run` has. */
  readonly runSync: () => void;
  readonly size: number;
}

export interface WriteBehind {
  add(write: LateWrite): void;
  /** Calls `act` when the writes so far have settled. */
  after(act: () => void): void;
  /** Resolves when all have settled, or after `ms`. */
  flush(ms: number): Promise<void>;
  /** Those that have not settled, for a process that cannot wait for a promise any more. */
  handOver(): void;
}

/** What slow stores may hold back. More is dropped: a cache that lacks an entry is only slower. */
const MOST_WRITES = 1_000;
const MOST_BYTES = 67_108_864;

export function createWriteBehind(): WriteBehind {
  const underWay = new Map<LateWrite, Promise<unknown>>();
  let bytes = 0;

  return {
    add(write) {
      if (underWay.size >= MOST_WRITES || bytes + write.size > MOST_BYTES) return;
      bytes += write.size;
      const settled = write.run().finally(() => {
        underWay.delete(write);
        bytes -= write.size;
      });
      underWay.set(write, settled);
    },
    after(act) {
      if (underWay.size === 0) act();
      else void Promise.allSettled(underWay.values()).then(act);
    },
    async flush(ms) {
      if (underWay.size > 0)
        await withDeadline(Promise.allSettled(underWay.values()), ms, "flushing").catch(() => "late");
    },
    handOver() {
      for (const write of underWay.keys()) write.runSync();
    },
  };
}
