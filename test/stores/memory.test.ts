import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { createMemory } from "../../runtime/stores/tiers/memory.ts";
import { entryOf } from "./samples.ts";

test("never holds more than its bound, and never the wrong entry", () => {
  const steps = fc.array(
    fc.record({ key: fc.nat(30), size: fc.nat(6_000), act: fc.constantFrom("get", "set", "set", "delete") }),
    { maxLength: 300 },
  );
  fc.assert(
    fc.property(steps, (list) => {
      const memory = createMemory(20_000);
      const model = new Map<string, number>();
      for (const { key, size, act } of list) {
        const name = `k${key}`;
        if (act === "set") {
          memory.set(name, entryOf(new Uint8Array(size)));
          model.set(name, size);
        }
        if (act === "delete") {
          memory.delete(name);
          model.delete(name);
        }
        const found = memory.get(name);
        if (found !== undefined) assert.equal(found.value.byteLength, model.get(name));
        assert.ok(memory.bytes >= 0 && memory.bytes <= 20_000);
      }
    }),
  );
});

test("what is used stays, what is not goes", () => {
  const memory = createMemory(100_000);
  memory.set("used", entryOf(new Uint8Array(1_000)));
  memory.set("unused", entryOf(new Uint8Array(1_000)));
  for (let count = 0; count < 500; count++) {
    memory.set(`other ${count}`, entryOf(new Uint8Array(1_000)));
    assert.ok(memory.get("used"), `after ${count}`);
  }
  assert.equal(memory.get("unused"), undefined);
});

test("what stays keeps none of the memory that was read with it", () => {
  const memory = createMemory(100_000);
  const slab = new Uint8Array(65_536).fill(7);
  memory.set("used", entryOf(slab.subarray(100, 200)));
  // More than half of what it may hold.
  for (let count = 0; count < 50; count++) memory.set(`other ${count}`, entryOf(new Uint8Array(1_000)));
  assert.equal(memory.get("used")?.value.buffer.byteLength, 100);
  assert.deepEqual(memory.get("used")?.value, new Uint8Array(100).fill(7));
});

test("what would fill half of it is not kept; a bound of 0 keeps nothing", () => {
  const memory = createMemory(10_000);
  memory.set("large", entryOf(new Uint8Array(6_000)));
  assert.equal(memory.get("large"), undefined);
  const none = createMemory(0);
  none.set("a", entryOf("x"));
  assert.equal(none.get("a"), undefined);
});

test("a large entry in the place of a small one leaves no old one behind", () => {
  const memory = createMemory(10_000);
  memory.set("a", entryOf("old"));
  memory.set("a", entryOf(new Uint8Array(6_000)));
  assert.equal(memory.get("a"), undefined);
  memory.set("a", entryOf("x"));
  memory.clear();
  assert.equal(memory.get("a"), undefined);
  assert.equal(memory.bytes, 0);
});
