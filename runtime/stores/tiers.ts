import { signingKey } from "./envelope.ts";
import type { Entry } from "./entry.ts";
import { createGuard } from "./guard.ts";
import { createMemory } from "./memory.ts";
import type { Fence, Store } from "./store.ts";
import { blockingForm, createSealer, fenceOf, readTier, readTierSync } from "./tier.ts";
import type { Tier, TierRead } from "./tier.ts";
import { createWriteBehind } from "./write-behind.ts";

/** What the stores were before a call ran. Handed back with its result, so that a `clear` in between is not undone. */
export type Fences = readonly (Fence | undefined)[];

/** `from`: the label of the store that answered. */
export type Found =
  | { readonly ok: true; readonly entry: Entry; readonly from: string }
  | {
      readonly ok: false;
      /** `expired`: an entry was there, but its time is over. `damaged`: there was one that cannot be believed. */
      readonly why: "absent" | "expired" | "damaged";
      readonly fences: Fences;
    };

/** What the call pipeline talks to. Nothing here throws, whatever the stores do. */
export interface Tiers {
  readonly labels: readonly string[];
  readSync(key: string): Found;
  /** A promise only where a store that has to be awaited is asked. */
  read(key: string): Found | Promise<Found>;
  /** Returns when all stores that can be written at once have it. `fences`: what the read that missed gave. */
  writeSync(key: string, entry: Entry, fences?: Fences): void;
  /** As `writeSync`; what has to be awaited is written behind, and waited for by `flush` and `close` alone. */
  write(key: string, entry: Entry, fences?: Fences): void;
  /** For calls that do not read, but write. */
  fences(): Fences;
  deleteSync(key: string): boolean;
  delete(key: string): Promise<boolean>;
  /** Labels of the stores that could not be cleared. */
  clear(): Promise<readonly string[]>;
  /** Waits for writes under way, `timeoutMs` at most (default 2,000). */
  flush(timeoutMs?: number): Promise<void>;
  /** Flushes, then closes every store. */
  close(timeoutMs?: number): Promise<void>;
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
  /** Bytes of the largest entry. Default 256 MiB. */
  readonly limit?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Clocks of a team differ a little; an entry from further ahead has an age that nobody knows. One minute. */
const CLOCK_SKEW_MS = 60_000;

/** Stores in the order in which they are asked: the fastest first. */
export function createTiers(stores: readonly Store[], options: TiersOptions): Tiers {
  const { warn, limit, strict = false, now = Date.now } = options;
  const secret = options.secret === undefined ? undefined : signingKey(options.secret);
  const memory = createMemory(options.memory);
  const behind = createWriteBehind();
  const tiers: readonly Tier[] = stores.map((store) => ({
    store,
    guard: createGuard(store.label, warn),
    trust: { secret, strict, limit },
  }));
  let clears = 0;

  const readMemory = (search: Search): Found | undefined => {
    const entry = memory.get(search.key);
    return entry === undefined ? undefined : judge(search, entry, "memory");
  };

  const judge = (search: Search, entry: Entry, from: string): Found | undefined => {
    if (!isOver(entry, now())) return { ok: true, entry, from };
    search.why = "expired";
    return undefined;
  };

  /** Takes what tier `index` said; undefined: ask the next one. */
  const take = (search: Search, index: number, tier: Tier, read: TierRead): Found | undefined => {
    if (!read.ok) {
      if (read.why !== "absent" && read.why !== "unavailable" && search.why === "absent") search.why = "damaged";
      search.fences.push(fenceOf(tier));
      return undefined;
    }
    const found = judge(search, read.entry, tier.store.label);
    if (found === undefined) search.fences.push(fenceOf(tier));
    else fill(search, index, read);
    return found;
  };

  const fill = (search: Search, upTo: number, read: TierRead & { ok: true }): void => {
    if (search.fences[0] === clears) memory.set(search.key, read.entry);
    for (const tier of tiers.slice(0, upTo))
      put(tier, search.key, () => read.bytes, read.entry, search.fences[tiers.indexOf(tier) + 1]);
  };

  const put = (tier: Tier, key: string, bytes: () => Uint8Array, entry: Entry, fence: Fence | undefined): void => {
    const { store, guard } = tier;
    if (fence === undefined) return;
    if (store.mode === "sync") guard.runSync("write", () => store.set(key, bytes(), entry.expiresAt, fence));
    else behind.add(async () => guard.run("write", () => store.set(key, bytes(), entry.expiresAt, fence)));
  };

  const write = (key: string, entry: Entry, given?: Fences): void => {
    const before = given ?? fences();
    const sealed = createSealer(key, entry, secret);
    if (before[0] === clears) memory.set(key, entry);
    for (const [index, tier] of tiers.entries())
      put(tier, key, () => sealed(tier.store.compressFrom), entry, before[index + 1]);
  };

  const fences = (): Fences => [clears, ...tiers.map(fenceOf)];

  const searchFrom = (search: Search, first: number): Found | Promise<Found> => {
    for (const [index, tier] of tiers.entries()) {
      if (index < first) continue;
      const { store } = tier;
      const read = store.mode === "sync" ? readTierSync(tier, store, search.key) : readTier(tier, store, search.key);
      if (read instanceof Promise)
        return read.then((settled) => take(search, index, tier, settled) ?? searchFrom(search, index + 1));
      const found = take(search, index, tier, read);
      if (found !== undefined) return found;
    }
    return nothing(search);
  };

  return {
    labels: ["memory", ...stores.map((store) => store.label)],
    readSync(key) {
      const search = begin(key, clears);
      const inMemory = readMemory(search);
      if (inMemory !== undefined) return inMemory;
      for (const [index, tier] of tiers.entries()) {
        const store = blockingForm(tier.store);
        const read: TierRead = store === undefined ? { ok: false, why: "unavailable" } : readTierSync(tier, store, key);
        const found = take(search, index, tier, read);
        if (found !== undefined) return found;
      }
      return nothing(search);
    },
    read(key) {
      const search = begin(key, clears);
      return readMemory(search) ?? searchFrom(search, 0);
    },
    writeSync: write,
    write,
    fences,
    deleteSync(key) {
      const gone = tiers.map(({ store, guard }) => {
        const form = blockingForm(store);
        return form === undefined ? false : guard.runSync("write", () => form.delete(key));
      });
      return memory.delete(key) || gone.some((one) => one !== false && one.ok && one.value);
    },
    async delete(key) {
      const gone = await Promise.all(
        tiers.map(async ({ store, guard }) => guard.run("write", async () => store.delete(key))),
      );
      return memory.delete(key) || gone.some((one) => one.ok && one.value);
    },
    async clear() {
      clears += 1;
      memory.clear();
      const done = await Promise.all(
        tiers.map(async ({ store, guard }) => guard.run("write", async () => store.clear())),
      );
      return tiers.filter((_, index) => done[index]?.ok !== true).map(({ store }) => store.label);
    },
    flush: (timeoutMs) => behind.flush(timeoutMs),
    async close(timeoutMs) {
      await behind.flush(timeoutMs);
      await Promise.all(
        tiers.map(async ({ store, guard }) =>
          store.mode === "async" ? guard.run("write", () => store.close()) : undefined,
        ),
      );
    },
  };
}

interface Search {
  readonly key: string;
  why: "absent" | "expired" | "damaged";
  /** Taken from each store as it misses: first the memory's, then one for each tier that was asked. */
  readonly fences: (Fence | undefined)[];
}

function begin(key: string, memoryFence: Fence): Search {
  return { key, why: "absent", fences: [memoryFence] };
}

function nothing({ why, fences }: Search): Found {
  return { ok: false, why, fences };
}

function isOver(entry: Entry, now: number): boolean {
  return entry.expiresAt !== undefined && (entry.expiresAt <= now || entry.createdAt > now + CLOCK_SKEW_MS);
}
