/**
 * What a store's `clear` raises. Taken before a call runs and handed to `set` after it: a store that was cleared in
 * between keeps nothing. Meaningful to the store alone.
 */
export type Fence = number;

/**
 * A place that keeps bytes under a key. Keys are lower-case hex strings of 64 digits. What comes back is not trusted:
 * `envelope.ts` checks it. A store throws when it cannot do its work; `tiers.ts` turns that into a warning and a miss.
 */
export interface SyncStore {
  readonly mode: "sync";
  /** For people, without credentials: `file /home/ann/.cache/astrocache`. */
  readonly label: string;
  /** Envelopes are compressed for this store where their value has at least so many bytes; undefined: never. */
  readonly compressFrom?: number | undefined;
  get(key: string): Uint8Array | undefined;
  /**
   * `expiresAt`: milliseconds since the epoch, for stores that can forget by themselves.
   * `fence`: keep nothing if `clear` was called since; undefined: keep it anyway.
   */
  set(key: string, bytes: Uint8Array, expiresAt: number | undefined, fence?: Fence): void;
  delete(key: string): boolean;
  clear(): void;
  fence(): Fence;
  /** Notes that an entry was read, for stores that remove what nobody reads. */
  touch?(key: string): void;
  /** Acquires or prolongs, for `leaseMs` from now; false: another one holds it. See `turns.ts`. Absent: it has no locks. */
  lock?(key: string, token: string, leaseMs: number): boolean;
  unlock?(key: string, token: string): void;
}

export interface AsyncStore {
  readonly mode: "async";
  readonly label: string;
  readonly compressFrom?: number | undefined;
  get(key: string): Promise<Uint8Array | undefined>;
  set(key: string, bytes: Uint8Array, expiresAt: number | undefined, fence?: Fence): Promise<void>;
  delete(key: string): Promise<boolean>;
  clear(): Promise<void>;
  /** The last one known; at worst an older one, with which `set` keeps nothing. */
  fence(): Fence;
  /** Waits for writes under way, and lets the process exit. */
  close(): Promise<void>;
  /** The same store for callers that cannot wait for a promise; absent: they do without it. */
  readonly blocking?: BlockingStore;
  lock?(key: string, token: string, leaseMs: number): Promise<boolean>;
  unlock?(key: string, token: string): Promise<void>;
}

/** A store that is elsewhere, asked through a worker. `set` and `unlock` do not wait. */
export interface BlockingStore extends SyncStore {
  lock(key: string, token: string, leaseMs: number): boolean;
  unlock(key: string, token: string): void;
  /** Asks for `key` without waiting, and at later calls says what came of it. A settled answer is given once. */
  probe(key: string): "pending" | "ok" | Error;
  /** Waits until what was written has arrived; false: not within `ms`. */
  drain(ms: number): boolean;
  close(): Promise<void>;
}

export type Store = SyncStore | AsyncStore;
