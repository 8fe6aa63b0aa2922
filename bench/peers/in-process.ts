/** Memoizers that keep values in the memory of the process, each set up as its documentation says for all arguments by value. */
import { type CacheEntry, cachified } from "@epic-web/cachified";
import { CacheableMemory } from "cacheable";
import { Keyv } from "keyv";
import memoize from "memoize";
import pMemoize from "p-memoize";

export type Sync<Result> = (id: number, plan: string) => Result;
export type Async<Result> = (id: number, plan: string) => Promise<Result>;

/** Gives the same reference each time. */
export function withMemoize<Result>(fn: Sync<Result>): Sync<Result> {
  return memoize(fn, { cacheKey: JSON.stringify });
}

/** Gives the same reference each time. */
export function withPMemoize<Result>(fn: Sync<Result>): Async<Result> {
  return pMemoize(async (id: number, plan: string) => fn(id, plan), { cacheKey: JSON.stringify });
}

/** Copies values by `structuredClone`, as is its default. */
export function withCacheable<Result>(fn: Sync<Result>): Sync<Result> {
  return new CacheableMemory().wrap(fn);
}

/** Gives the same reference each time: its documentation's example keeps entries in a Map. */
export function withCachified<Result>(fn: Sync<Result>): Async<Result> {
  const entries = new Map<string, CacheEntry>();
  const cache = {
    name: "map",
    get: (key: string) => entries.get(key),
    set: (key: string, entry: CacheEntry) => void entries.set(key, entry),
    delete: (key: string) => entries.delete(key),
  };
  return (id, plan) => cachified({ key: JSON.stringify([id, plan]), cache, getFreshValue: () => fn(id, plan) });
}

/** Serializes to JSON, as is its default. It has no wrapper of its own: look, run, store. */
export function withKeyv<Result>(fn: Sync<Result>): Async<Result> {
  const keyv = new Keyv<Result>();
  return async (id, plan) => {
    const key = JSON.stringify([id, plan]);
    const found = await keyv.get(key);
    if (found !== undefined) return found;
    const fresh = fn(id, plan);
    await keyv.set(key, fresh);
    return fresh;
  };
}
