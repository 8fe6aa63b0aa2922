import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { Store } from "../../runtime/stores/store.ts";
import { bytesOf, derivedBytes, keyOf, randomKey } from "./samples.ts";

export interface Rule {
  readonly name: string;
  readonly run: (test: TestContext) => Promise<void>;
}

/**
 * What every store must do. `make` gives an empty store of its own, and removes it when the test ends. The file that asks
 * for them makes tests of them, since the runner counts a test where it is made.
 */
export function storeContract(name: string, make: (test: TestContext) => Store | Promise<Store>): Rule[] {
  const rules: Rule[] = [];
  const rule = (sentence: string, act: (store: Store) => Promise<void>): void => {
    rules.push({ name: `${name}: ${sentence}`, run: async (context) => act(await make(context)) });
  };

  rule("a key that was never set is undefined", async (store) => {
    assert.equal(await store.get(randomKey()), undefined);
  });

  rule("gives back the bytes that were set", async (store) => {
    for (const length of [1, 100, 65_535, 65_536, 65_537, 1_000_000]) {
      const key = randomKey();
      const bytes = derivedBytes(key, length);
      await store.set(key, bytes, undefined);
      assert.deepEqual(plain(await store.get(key)), plain(bytes), `${length} bytes`);
    }
  });

  rule("keeps bytes of every value, of views too", async (store) => {
    const all = Uint8Array.from({ length: 512 }, (_, at) => at % 256);
    await store.set(keyOf("view"), all.subarray(100, 400), undefined);
    assert.deepEqual(plain(await store.get(keyOf("view"))), plain(all.subarray(100, 400)));
  });

  rule("the last set wins", async (store) => {
    await store.set(keyOf("a"), bytesOf("a longer first value"), undefined);
    await store.set(keyOf("a"), bytesOf("second"), undefined);
    assert.deepEqual(plain(await store.get(keyOf("a"))), plain(bytesOf("second")));
  });

  rule("what a caller does to its bytes does not reach the store", async (store) => {
    const bytes = bytesOf("original");
    await store.set(keyOf("a"), bytes, undefined);
    bytes.fill(0);
    const first = await store.get(keyOf("a"));
    assert.deepEqual(plain(first), plain(bytesOf("original")));
    first?.fill(0);
    assert.deepEqual(plain(await store.get(keyOf("a"))), plain(bytesOf("original")));
  });

  rule("delete says whether there was something", async (store) => {
    await store.set(keyOf("a"), bytesOf("x"), undefined);
    assert.equal(await store.delete(keyOf("a")), true);
    assert.equal(await store.delete(keyOf("a")), false);
    assert.equal(await store.get(keyOf("a")), undefined);
  });

  rule("clear empties it, again and again, and it can be used after", async (store) => {
    await store.clear();
    for (const round of ["one", "two"]) {
      for (const name of ["a", "b", "c"]) await store.set(keyOf(name), bytesOf(round), undefined);
      await store.clear();
      for (const name of ["a", "b", "c"]) assert.equal(await store.get(keyOf(name)), undefined);
    }
    await store.set(keyOf("a"), bytesOf("after"), undefined);
    assert.deepEqual(plain(await store.get(keyOf("a"))), plain(bytesOf("after")));
  });

  rule("a write that began before clear keeps nothing; one that began after it does", async (store) => {
    await store.get(keyOf("late"));
    const before = store.fence();
    await store.clear();
    await store.set(keyOf("late"), bytesOf("x"), undefined, before);
    assert.equal(await store.get(keyOf("late")), undefined);
    await store.set(keyOf("late"), bytesOf("y"), undefined, store.fence());
    assert.deepEqual(plain(await store.get(keyOf("late"))), plain(bytesOf("y")));
  });

  rule("neighbouring keys do not mix, at once", async (store) => {
    const keys = Array.from({ length: 200 }, randomKey);
    await Promise.all(keys.map(async (key) => store.set(key, derivedBytes(key, 300), undefined)));
    const found = await Promise.all(keys.map(async (key) => store.get(key)));
    for (const [index, key] of keys.entries()) assert.deepEqual(plain(found[index]), plain(derivedBytes(key, 300)));
  });

  rule("takes a time to live that is far ahead", async (store) => {
    await store.set(keyOf("a"), bytesOf("x"), Date.now() + 86_400_000);
    assert.deepEqual(plain(await store.get(keyOf("a"))), plain(bytesOf("x")));
  });

  rule("its label names no secret and is one line", async (store) => {
    assert.match(store.label, /^[^\n]+$/);
    assert.doesNotMatch(store.label, /s3cret/);
  });
  return rules;
}

/** Stores may give any kind of byte array. */
function plain(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : Buffer.from(bytes).toString("base64");
}
