/** Memoizers over Redis, each through keyv's adapter, as their documentations say. */
import KeyvRedis from "@keyv/redis";
import { Cacheable } from "cacheable";
import { Keyv } from "keyv";
import pMemoize from "p-memoize";
import { type Text, text } from "../subjects/texts.ts";

type Call = (id: number, size: number) => Promise<unknown>;

function store(): Keyv {
  return new Keyv({ store: new KeyvRedis(process.env["BENCH_REDIS"] ?? "") });
}

export function withKeyv(): Call {
  const keyv = store();
  return async (id, size) => {
    const key = JSON.stringify([id, size]);
    const found = await keyv.get<Text>(key);
    if (found !== undefined) return found;
    const fresh = text(id, size);
    await keyv.set(key, fresh);
    return fresh;
  };
}

/** It asks whether a key is there before it asks for the value. */
export function withPMemoize(): Call {
  const keyv = store();
  const cache = {
    has: (key: string) => keyv.has(key),
    get: async (key: string) => keyv.get<Text>(key),
    set: (key: string, value: Text) => keyv.set(key, value),
    delete: (key: string) => keyv.delete(key),
  };
  return pMemoize(async (id: number, size: number) => text(id, size), { cacheKey: JSON.stringify, cache });
}

export function withCacheable(): Call {
  const cache = new Cacheable({ secondary: new KeyvRedis(process.env["BENCH_REDIS"] ?? "") });
  return cache.wrap(async (id: number, size: number) => text(id, size));
}
