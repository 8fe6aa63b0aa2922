import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { decodeValue, encodeValue, type ClassResolver } from "../../runtime/codec/codec.ts";
import { KnownKeys } from "../../runtime/call/known-keys.ts";
import { plainCopier } from "../../runtime/codec/plain-copy.ts";
import { hashKey } from "../../runtime/key/encode.ts";
import { planKey } from "../../runtime/key/plan.ts";
import { make } from "./make.ts";
import { Instance, List, plainRecipes, recipes, type Recipe } from "./recipes.ts";
import { difference } from "./strict.ts";

const known = new Map<string, Function>([
  ["Instance", Instance],
  ["List", List],
]);
const context = {
  identify: (fn: Function) => (known.get(fn.name) === fn ? { digest: fn.name, captured: [] } : undefined),
};
const classes: ClassResolver = { nameOf: (fn) => context.identify(fn)?.digest, find: (name) => known.get(name) };
const plan = planKey({ parameters: [] });

function key(value: unknown): string {
  const outcome = hashKey("", [[], [value]], plan, context);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.hash;
}

test("two values share a key exactly if no code can tell them apart", () => {
  fc.assert(
    fc.property(neighbours(recipes), ([one, two]) => {
      const isSame = difference(make(one), make(two), "do not count") === undefined;
      assert.equal(key(make(one)) === key(make(two)), isSame);
    }),
    { numRuns: 3000 },
  );
});

test("a value made twice has one key", () => {
  fc.assert(
    fc.property(recipes, (recipe) => assert.equal(key(make(recipe)), key(make(recipe)))),
    { numRuns: 1000 },
  );
});

test("a structured clone has the key of its original", () => {
  fc.assert(
    fc.property(plainRecipes, (recipe) => assert.equal(key(structuredClone(make(recipe))), key(make(recipe)))),
    { numRuns: 1000 },
  );
});

test("a value comes back the same, and its bytes do too", () => {
  fc.assert(
    fc.property(recipes, (recipe) => {
      const value = make(recipe);
      const outcome = encodeValue(value, { classes });
      assert.ok(outcome.ok, JSON.stringify(outcome));
      const back = decodeValue(outcome.codec, outcome.bytes, { classes });
      assert.equal(difference(value, back), undefined);
      assert.equal(key(back), key(value));
    }),
    { numRuns: 3000 },
  );
});

/** Two recipes that differ in one place at most, so that what is nearly the same is compared. */
function neighbours(all: fc.Arbitrary<Recipe>): fc.Arbitrary<readonly [Recipe, Recipe]> {
  return fc.tuple(all, all, fc.nat(1000)).map(([recipe, other, where]) => {
    const count = size(recipe);
    return [recipe, replace(recipe, { left: where % (count + 1), other })] as const;
  });
}

/** How many recipes a recipe is made of. */
function size(recipe: unknown): number {
  if (Array.isArray(recipe)) return recipe.reduce((sum: number, item) => sum + size(item), 0);
  if (typeof recipe !== "object" || recipe === null) return 0;
  return ("kind" in recipe ? 1 : 0) + Object.values(recipe).reduce((sum: number, item) => sum + size(item), 0);
}

/** A copy in which the recipe of that number is another one. */
function replace<T>(recipe: T, state: { left: number; readonly other: Recipe }): T {
  if (typeof recipe !== "object" || recipe === null || ArrayBuffer.isView(recipe)) return recipe;
  if ("kind" in recipe && --state.left === 0) return state.other as T;
  if (Array.isArray(recipe)) return recipe.map((item: unknown) => replace(item, state)) as T;
  return Object.fromEntries(Object.entries(recipe).map(([name, item]) => [name, replace(item as unknown, state)])) as T;
}

test("a copy of a value's members is the value and shares nothing with it, or is not made", () => {
  let copied = 0;
  fc.assert(
    fc.property(fc.oneof(recipes, plainRecipes), (recipe) => {
      const value = make(recipe);
      const copy = plainCopier(value);
      if (copy === undefined) return;
      copied++;
      const made = copy();
      assert.equal(difference(value, made), undefined);
      assert.equal(difference(value, copy()), undefined);
      const shared = objectsOf(value);
      for (const object of objectsOf(made)) assert.ok(!shared.has(object));
    }),
    { numRuns: 2000 },
  );
  assert.ok(copied > 200, `${copied} of them were copied`);
});

function objectsOf(value: unknown, found = new Set<object>()): Set<object> {
  if (typeof value !== "object" || value === null || found.has(value)) return found;
  found.add(value);
  for (const key of Reflect.ownKeys(value)) objectsOf(Reflect.get(value, key), found);
  return found;
}

test("calls of primitives find the key that they would have", () => {
  const values = fc.oneof(
    fc.constantFrom<unknown>(undefined, null, true, false, 0, -0, 1, NaN, "", "0", "1", 1n, "undefined", "null"),
    fc.double(),
    fc.string(),
    fc.constant(Symbol.iterator),
    fc.constant({}),
  );
  const lists = fc.tuple(fc.tuple(values), fc.array(values, { maxLength: 3 }), fc.array(values, { maxLength: 2 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("a", "b"), lists), { minLength: 2, maxLength: 12 }), (calls) => {
      const known = new KnownKeys();
      for (const [prefix, inputs] of calls) {
        const key = keyOfCall(prefix, inputs);
        const found = known.find(prefix, inputs);
        if (found !== undefined) assert.equal(found, key.hash);
        if (!key.hasObjects) known.add(prefix, inputs, key.hash);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a call of primitives that was made before is found, one whose text is long or that has -0 is not", () => {
  const known = new KnownKeys();
  const found = (inputs: unknown[]): boolean => {
    known.add("", [[undefined], inputs], "key");
    return known.find("", [[undefined], inputs]) === "key";
  };
  assert.deepEqual([[1, "a"], [], [null, NaN], ["x".repeat(300)], [-0], [Symbol.iterator]].map(found), [
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

function keyOfCall(prefix: string, inputs: readonly (readonly unknown[])[]): { hash: string; hasObjects: boolean } {
  const outcome = hashKey(prefix, inputs, planKey({ parameters: [] }), context);
  assert.ok(outcome.ok);
  return outcome;
}
