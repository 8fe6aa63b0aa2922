import assert from "node:assert/strict";
import { after, test } from "node:test";
import { storeContract } from "./contract.ts";
import { NO_REDIS, startRedis } from "./redis-server.ts";
import { openRedis, redisSpec } from "./redis-spec.ts";
import { bytesOf, keyOf } from "./samples.ts";

const server = NO_REDIS === false ? await startRedis() : undefined;
after(() => server?.stop());
const url = `redis://127.0.0.1:${server?.port}`;

if (server === undefined) test("Redis", { skip: NO_REDIS }, () => {});
else {
  for (const { name, run } of storeContract("Redis", (context) => openRedis(context, redisSpec(url)))) test(name, run);
  for (const { name, run } of storeContract("Redis, waiting", (context) => openRedis(context, redisSpec(url)).blocking))
    test(name, run);

  const nameOf = (namespace: string, key: string): string =>
    server.cli("--scan", "--pattern", `*${encodeURIComponent(namespace)}*${key}`);

  test("clear touches nobody else's keys, whatever the namespace, and leaves none of its own", async (context) => {
    const names = ["plain", "a*", "?[a-z]", "{slot}", "a:b", "", "ü\n", "plain2", "*"];
    const stores = names.map((namespace) => openRedis(context, redisSpec(url, { namespace })));
    server.cli("SET", "neighbour", "x");
    const key = keyOf("mine");
    for (const store of stores) await store.set(key, bytesOf("x"), undefined);
    for (const [index, store] of stores.entries()) {
      await store.clear();
      const held = await Promise.all(stores.map(async (other) => (await other.get(key)) !== undefined));
      assert.deepEqual(
        held,
        stores.map((_, other) => other > index),
      );
    }
    assert.equal(server.cli("GET", "neighbour"), "x");
    assert.equal(server.cli("--scan", "--pattern", `*${key}`), "");
  });

  test("clear reaches other clients at once, and fences what they had under way", async (context) => {
    const spec = redisSpec(url);
    const [one, other] = [openRedis(context, spec), openRedis(context, spec)];
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

  test("what is asked for at once comes at once, each for its key, and across a clear", async (context) => {
    const spec = redisSpec(url);
    const [one, other] = [openRedis(context, spec), openRedis(context, spec)];
    const keys = Array.from({ length: 200 }, (_, index) => keyOf(`${index}`));
    const odd = (index: number): boolean => index % 2 === 1;
    const fill = async (text: string): Promise<unknown> =>
      Promise.all(
        keys.filter((_, index) => odd(index)).map(async (key) => one.set(key, bytesOf(text + key), undefined)),
      );
    const expected = (text: string): unknown[] => keys.map((key, index) => (odd(index) ? text + key : undefined));
    const read = async (): Promise<unknown[]> =>
      (await Promise.all(keys.map(async (key) => other.get(key)))).map(
        (bytes) => bytes && Buffer.from(bytes).toString(),
      );
    await fill("old");
    assert.deepEqual(await read(), expected("old"));
    const before = Number(server.cli("INFO", "commandstats").match(/cmdstat_mget:calls=(\d+)/)?.[1]);
    await read();
    const after = Number(server.cli("INFO", "commandstats").match(/cmdstat_mget:calls=(\d+)/)?.[1]);
    assert.ok(after - before <= 13, `${after - before} commands`);
    await one.clear();
    await fill("new");
    assert.deepEqual(await read(), expected("new"));
  });

  test("clear removes thousands of entries and their index", async (context) => {
    const spec = redisSpec(url);
    const store = openRedis(context, spec);
    const keys = Array.from({ length: 2_500 }, (_, index) => keyOf(`${index}`));
    await Promise.all(keys.map(async (key) => store.set(key, bytesOf("x"), undefined)));
    await store.clear();
    assert.match(nameOf(spec.namespace, ""), /^\S+:generation$/);
  });

  test("entries have a time to live, in the server too", async (context) => {
    const spec = redisSpec(url);
    const store = openRedis(context, spec);
    await store.set(keyOf("short"), bytesOf("x"), Date.now() + 60_000);
    await store.set(keyOf("long"), bytesOf("x"), undefined);
    await store.set(keyOf("over"), bytesOf("x"), Date.now() - 1);
    const ttl = (name: string): number => Number(server.cli("PTTL", nameOf(spec.namespace, keyOf(name))));
    assert.ok(ttl("short") > 0 && ttl("short") <= 60_000);
    assert.ok(ttl("long") > 86_400_000);
    assert.equal(await store.get(keyOf("over")), undefined);
  });

  test("values are bytes in the server, not a text of them", async (context) => {
    const spec = redisSpec(url);
    await openRedis(context, spec).set(keyOf("a"), Uint8Array.of(255, 0, 254), undefined);
    assert.equal(server.cli("STRLEN", nameOf(spec.namespace, keyOf("a"))), "3");
  });

  test("a value of another type under our name is an error, not a value", async (context) => {
    const spec = redisSpec(url);
    const store = openRedis(context, spec);
    await store.set(keyOf("a"), bytesOf("x"), undefined);
    const name = nameOf(spec.namespace, keyOf("a"));
    server.cli("DEL", name);
    server.cli("LPUSH", name, "x");
    // MGET answers nil for what is no string.
    assert.equal(await store.get(keyOf("a")), undefined);
    await store.set(keyOf("a"), bytesOf("y"), undefined);
    assert.equal(Buffer.from((await store.get(keyOf("a"))) ?? []).toString(), "y");
  });
}
