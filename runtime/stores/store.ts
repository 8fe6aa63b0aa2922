/**
 * A place that keeps bytes under a key. Keys are lower-case hex strings of 64 digits. What comes back is not trusted:
 * `envelope.ts` checks it. A store throws when it cannot do its work; `tiers.ts` turns that into a warning and a miss.
 */
export interface SyncStore {
  readonly mode: "sync";
  /** For people, without credentials: `file /home/ann/.cache/astrocache`. */
  readonly label: string;
  get(key: string): Uint8Array | undefined;
  /** `expiresAt`: milliseconds since the epoch, for stores that can forget by themselves. */
  set(key: string, bytes: Uint8Array, expiresAt: number | undefined): void;
  delete(key: string): boolean;
  clear(): void;
}

export interface AsyncStore {
  readonly mode: "async";
  readonly label: string;
  get(key: string): Promise<Uint8Array | undefined>;
  set(key: string, bytes: Uint8Array, expiresAt: number | undefined): Promise<void>;
  delete(key: string): Promise<boolean>;
  clear(): Promise<void>;
  /** Waits for writes under way, and lets the process exit. */
  close(): Promise<void>;
}

export type Store = SyncStore | AsyncStore;
