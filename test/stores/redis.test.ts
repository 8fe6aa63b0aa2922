import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createRedisStore } from "../../runtime/stores/redis.ts";
import type { RedisServer, RedisSpec } from "../../runtime/stores/redis-spec.ts";
import type { AsyncStore } from "../../runtime/stores/store.ts";
import { storeContract } from "./contract.ts";
import { NO_REDIS, startRedis } from "./redis-server.ts";
import { bytesOf, keyOf } from "./samples.ts";

const skip = NO_REDIS;
const server = skip === false ? await startRedis() : undefined;
after(() => server?.stop());
let namespaces = 0;

function specOf(changes: Partial<RedisServer> = {}, rest: Partial<RedisSpec> = {}): RedisSpec {
  const port = server?.port ?? 0;
  return {
    kind: "redis",
    label: `redis://127.0.0.1:${port}/0`,
    connect: {
      kind: "server",
      at: { host: "127.0.0.1", port },
      tls: false,
      ca: undefined,
      username: undefined,
      password: undefined,
      database: 0,
      ...changes,
    },
    namespace: `test ${namespaces++}`,
    timeoutMs: 2_000,
    secrets: [],
    ...rest,
  };
}

function opened(context: { after: (act: () => Promise<void>) => void }, spec = specOf()): AsyncStore {
  const store = createRedisStore(spec);
  context.after(() => store.close());
  return store;
}

if (skip !== false) test("Redis", { skip }, () => {});
else {
  storeContract("Redis", (context) => opened(context));

  test("clear touches nobody else's keys, whatever the namespace, and leaves none of its own", async (context) => {
    const names = ["plain", "a*", "?[a-z]", "{slot}", "a:b", "", "ü\n", "plain2", "*"];
    const stores = names.map((namespace) => opened(context, specOf({}, { namespace })));
    server?.cli("SET", "neighbour", "x");
    for (const store of stores) await store.set(keyOf("mine"), bytesOf(store.label), undefined);
    for (const [index, store] of stores.entries()) {
      await store.clear();
      const held = await Promise.all(stores.map(async (other) => (await other.get(keyOf("mine"))) !== undefined));
      assert.deepEqual(
        held,
        stores.map((_, other) => other > index),
      );
    }
    assert.equal(server?.cli("GET", "neighbour"), "x");
    assert.equal(server?.cli("--scan", "--pattern", `*${keyOf("mine")}`), "");
  });

  test("clear reaches other clients at once, and fences what they had under way", async (context) => {
    const spec = specOf();
    const [one, other] = [opened(context, spec), opened(context, spec)];
    await one.set(keyOf("a"), bytesOf("x"), undefined);
    assert.ok(await other.get(keyOf("a")));
    const before = other.fence();
    await one.clear();
    await other.set(keyOf("b"), bytesOf("late"), undefined, before);
    assert.equal(await one.get(keyOf("b")), undefined);
    assert.equal(await other.get(keyOf("b")), undefined);
    assert.equal(await other.get(keyOf("a")), undefined);
    await other.set(keyOf("a"), bytesOf("new"), undefined, other.fence());
    assert.ok(await one.get(keyOf("a")));
  });

  test("entries have a time to live, in the server too", async (context) => {
    const spec = specOf();
    const store = opened(context, spec);
    await store.set(keyOf("short"), bytesOf("x"), Date.now() + 5_000);
    await store.set(keyOf("long"), bytesOf("x"), undefined);
    await store.set(keyOf("over"), bytesOf("x"), Date.now() - 1);
    const ttl = (name: string): number =>
      Number(
        server?.cli("PTTL", server.cli("--scan", "--pattern", `*${encodeURIComponent(spec.namespace)}*${keyOf(name)}`)),
      );
    assert.ok(ttl("short") > 0 && ttl("short") <= 5_000);
    assert.ok(ttl("long") > 86_400_000);
    assert.equal(await store.get(keyOf("over")), undefined);
  });

  test("values are bytes in the server, not a text of them", async (context) => {
    const spec = specOf();
    await opened(context, spec).set(keyOf("a"), Uint8Array.of(255, 0, 254), undefined);
    const name = server?.cli("--scan", "--pattern", `*${encodeURIComponent(spec.namespace)}*${keyOf("a")}`) ?? "";
    assert.equal(server?.cli("STRLEN", name), "3");
  });
}
