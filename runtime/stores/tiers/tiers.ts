import { signingKey } from "../envelopes/envelope.ts";
import type { Entry } from "../entry.ts";
import { createMemory } from "./memory.ts";
import { beginSearch, judge, missed, noteRefusal } from "./search.ts";
import type { Fences, Found, Search } from "./search.ts";
import type { Store } from "../store.ts";
import { blockingForm, createSealer, createTier } from "./tier.ts";
import type { Tier, TierRead } from "./tier.ts";
import { createTurns } from "./turns.ts";
import type { Turn } from "./turns.ts";
import { createWriteBehind } from "./write-behind.ts";

export type { Fences, Found } from "./search.ts";
export type { Turn } from "./turns.ts";

/** What the call pipeline talks to. Nothing here throws or rejects, whatever the stores do. */
export interface Tiers {
  /** In the order in which they are asked: memory first. */
  readonly labels: readonly string[];
  readSync(key: string): Found;
  /**
   * A promise only where a store that has to be awaited is asked. What the call depends on must not change meanwhile: it
   * would run with other values than it was called with.
   */
  read(key: string): Found | Promise<Found>;
  /**
   * After a miss, before the call runs: waits for another process that runs it already, and takes what that one stored.
   * `fences`: what the read gave. Costs 0.1 ms with files alone, so that it is not for calls that are known to be fast.
   */
  turnSync(key: string, fences: Fences): Turn;
  turn(key: string, fences: Fences): Turn | Promise<Turn>;
  /** The same without waiting for anybody, for an async call that has to begin at once. */
  turnNow(key: string, fences: Fences): Turn;
  /** Returns when all stores that can be written at once have it. `fences`: what the read that missed gave. */
  writeSync(key: string, entry: Entry, fences?: Fences): void;
  /** As `writeSync`; what has to be awaited is written behind. */
  write(key: string, entry: Entry, fences?: Fences): void;
  /** For calls that write without having read. */
  fencesSync(): Fences;
  fences(): Fences;
  deleteSync(key: string): boolean;
  delete(key: string): Promise<boolean>;
  /** Labels of the stores that could not be cleared. */
  clear(): Promise<readonly string[]>;
  /** Waits for writes under way, `ms` at most (default 2,000). */
  flush(ms?: number): Promise<void>;
  /** The same for a listener of the process's `exit`, which cannot wait for a promise. `ms`: default 2,000. */
  flushSync(ms?: number): void;
  /** Flushes, then closes every store. */
  close(ms?: number): Promise<void>;
}

export interface TiersOptions {
  /** What the memory in front may hold, in bytes. Default 64 MiB; 0: none. */
  readonly memory?: number;
  /** `ASTROCACHE_SECRET`. Set: what is not signed with it is refused. */
  readonly secret?: string | undefined;
  /** Refuses unsigned entries of stores that others can write to. Without a secret that is all of them. */
  readonly strict?: boolean;
  /** Called once at most for each store that fails. */
  readonly warn: (message: string) => void;
  /** How long a call waits for another process that runs it, in milliseconds. Default 30,000. */
  readonly turnMs?: number;
  /** Bytes of the largest entry. Default 256 MiB. */
  readonly limit?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

const TURN_MS = 30_000;
const FLUSH_MS = 2_000;
const FLUSH_AT_EXIT_MS = 2_000;

/** Stores in the order in which they are asked: the fastest first. */
export function createTiers(stores: readonly Store[], options: TiersOptions): Tiers {
  const { warn, limit, strict = false, now = Date.now } = options;
  const secret = options.secret === undefined ? undefined : signingKey(options.secret);
  const memory = createMemory(options.memory);
  const behind = createWriteBehind();
  const tiers = stores.map((store) => createTier(store, { secret, strict, limit }, behind, warn));
  let clears = 0;

  const held = (search: Search): Found | undefined => {
    const entry = memory.get(search.key);
    return entry === undefined ? undefined : judge(search, entry, "memory", now);
  };

  /** Takes what a store said; undefined: ask the next one. */
  const take = (search: Search, tier: Tier, read: TierRead, form: "Sync" | ""): Found | undefined => {
    const found = read.ok ? judge(search, read.entry, tier.store.label, now) : undefined;
    if (!read.ok) noteRefusal(search, read);
    if (read.ok && found !== undefined) fill(search, read, form);
    else search.fences.push(tier[`fence${form}`]());
    return found;
  };

  /** Gives the stores in front what one behind them had. */
  const fill = ({ key, fences }: Search, { entry, bytes }: TierRead & { ok: true }, form: "Sync" | ""): void => {
    if (fences[0] === clears) memory.set(key, entry);
    // One for each store that was asked before.
    for (let index = 0; index < fences.length - 1; index++)
      tiers[index]?.[`write${form}`]({ key, bytes: () => bytes, expiresAt: entry.expiresAt, fence: fences[index + 1] });
  };

  const readFrom = (search: Search, index: number): Found | Promise<Found> => {
    const tier = tiers[index];
    if (tier === undefined) return missed(search);
    return tier.read(search.key, (read) => take(search, tier, read, "") ?? readFrom(search, index + 1));
  };

  const write = (key: string, entry: Entry, fences: Fences, form: "Sync" | ""): void => {
    const bytes = createSealer(key, entry, secret);
    if (fences[0] === clears) memory.set(key, entry);
    for (const [index, tier] of tiers.entries())
      tier[`write${form}`]({ key, bytes, expiresAt: entry.expiresAt, fence: fences[index + 1] });
  };

  const fencesSync = (): Fences => [clears, ...tiers.map((tier) => tier.fenceSync())];
  const fences = (): Fences => [clears, ...tiers.map((tier) => tier.fence())];

  const readSync = (key: string): Found => {
    const search = beginSearch(key, clears);
    const found = held(search);
    if (found !== undefined) return found;
    for (let index = 0; index < tiers.length; index++) {
      const tier = tiers[index] as Tier;
      const answer = take(search, tier, tier.readSync(key), "Sync");
      if (answer !== undefined) return answer;
    }
    return missed(search);
  };

  const read = (key: string): Found | Promise<Found> => {
    const search = beginSearch(key, clears);
    return held(search) ?? readFrom(search, 0);
  };

  const locks = tiers.flatMap((tier) => tier.locks ?? []);
  const turns = createTurns({ locks, readSync, read, waitMs: options.turnMs ?? TURN_MS });

  return {
    labels: ["memory", ...stores.map((store) => store.label)],
    readSync,
    read,
    turnSync: turns.takeSync,
    turn: turns.take,
    turnNow: turns.takeNow,
    writeSync: (key, entry, before = fencesSync()) => write(key, entry, before, "Sync"),
    write: (key, entry, before = fences()) => write(key, entry, before, ""),
    fencesSync,
    fences,
    deleteSync(key) {
      const gone = tiers.map(({ store, guard }) =>
        guard.runSync("write", () => blockingForm(store)?.delete(key) ?? false),
      );
      return [memory.delete(key), ...gone.map((one) => one.ok && one.value)].includes(true);
    },
    async delete(key) {
      const gone = await Promise.all(
        tiers.map(async ({ store, guard }) => guard.run("write", async () => store.delete(key))),
      );
      return [memory.delete(key), ...gone.map((one) => one.ok && one.value)].includes(true);
    },
    async clear() {
      clears += 1;
      memory.clear();
      const done = await Promise.all(
        tiers.map(async ({ store, guard }) => guard.run("write", async () => store.clear())),
      );
      return stores.filter((_, index) => done[index]?.ok !== true).map(({ label }) => label);
    },
    flush: (ms = FLUSH_MS) => behind.flush(ms),
    flushSync(ms = FLUSH_AT_EXIT_MS) {
      behind.handOver();
      const end = performance.now() + ms;
      for (const store of stores) if (store.mode === "async") store.blocking?.drain(end - performance.now());
    },
    async close(ms = FLUSH_MS) {
      await behind.flush(ms);
      await Promise.all(
        tiers.map(async ({ store, guard }) =>
          store.mode === "async" ? guard.run("write", () => store.close()) : undefined,
        ),
      );
    },
  };
}
