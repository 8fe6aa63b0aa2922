import { holes, named, withProperties } from "../named.ts";

export const arrays = named([
  ["empty array", () => []],
  ["array of an empty array", () => [[]]],
  ["array of two empty arrays", () => [[], []]],
  ["numbers", () => [1, 2, 3]],
  ["numbers in another order", () => [3, 2, 1]],
  ["doubles", () => [1.5, 2.5]],
  ["array with -0", () => [-0]],
  ["array with 0", () => [0]],
  ["array of undefined", () => [undefined]],
  ["array of null", () => [null]],
  ["one hole", () => holes(1)],
  ["hole first", () => [, 1]],
  ["hole last", () => [1, ,]],
  ["hole between", () => [1, , 3]],
  ["undefined between", () => [1, undefined, 3]],
  ["1,000 holes", () => holes(1000)],
  ["sparse: length 5e7, one element", () => sparse(5e7)],
  ["sparse: largest length", () => sparse(2 ** 32 - 2)],
  [
    "dense after many holes",
    () => [...holes(10), ...Array.from({ length: 400 }, () => 1)].map((x, i) => (i < 10 ? i : (x as number))),
  ],
  ["holes, then dense", () => holesThenDense()],
  ["100,000 numbers", () => Array.from({ length: 100_000 }, (_, i) => i)],
  ["100,000 numbers, one of them another", () => Array.from({ length: 100_000 }, (_, i) => (i === 50_000 ? -1 : i))],
  ["extra property", () => withProperties([1, 2], { extra: 1 })],
  [
    "extra property on a long array",
    () =>
      withProperties(
        Array.from({ length: 1000 }, () => 0),
        { extra: 1 },
      ),
  ],
  ["extra symbol property", () => withProperties([1], { [Symbol.for("k")]: 1 })],
  [
    "extra hidden property on a long array",
    () =>
      Object.defineProperty(
        Array.from({ length: 1000 }, () => 0),
        "extra",
        { value: 1 },
      ),
  ],
  ["extra index beyond 2 ** 32", () => withProperties([1], { 4294967295: 1 })],
  ["extra negative index", () => withProperties([1], { "-1": 1 })],
  [
    "own constructor on a long array",
    () =>
      withProperties(
        Array.from({ length: 1000 }, () => 0),
        { constructor: 1 },
      ),
  ],
  ["match of a pattern", () => /(?<letter>b)/.exec("abc")],
  ["match with indices", () => /(?<letter>b)/d.exec("abc")],
  ["tagged template", () => template`a${1}b`],
  ["frozen array", () => Object.freeze([1, 2])],
  ["sealed array", () => Object.seal([1, 2])],
  ["frozen long array", () => Object.freeze(Array.from({ length: 1000 }, () => 0))],
  ["non-extensible array", () => Object.preventExtensions([1, 2])],
  ["read-only length", () => Object.defineProperty([1, 2], "length", { writable: false })],
  ["read-only element", () => Object.defineProperty([1, 2], 0, { writable: false })],
  ["hidden element", () => Object.defineProperty([1, 2], 1, { enumerable: false })],
  [
    "hidden element of a long array",
    () =>
      Object.defineProperty(
        Array.from({ length: 1000 }, () => 0),
        500,
        { enumerable: false },
      ),
  ],
  ["getter element", () => Object.defineProperty([1, 2], 0, { get: ran }), "both"],
  [
    "getter element of a long array",
    () =>
      Object.defineProperty(
        Array.from({ length: 1000 }, () => 0),
        999,
        { get: ran },
      ),
    "both",
  ],
  ["getter beside elements", () => Object.defineProperty([1, 2], "extra", { get: ran }), "both"],
  [
    "getter of toStringTag on a long array",
    () =>
      Object.defineProperty(
        Array.from({ length: 1000 }, () => 0),
        Symbol.toStringTag,
        { get: ran },
      ),
    "both",
  ],
  ["array without its prototype", () => Object.setPrototypeOf([1], null) as object],
  ["array with the prototype of objects", () => Object.setPrototypeOf([1], Object.prototype) as object],
  [
    "long array without its prototype",
    () =>
      Object.setPrototypeOf(
        Array.from({ length: 1000 }, () => 0),
        null,
      ) as object,
  ],
  ["array of itself", () => itself()],
  ["array of one object twice", () => twice()],
  ["array of two equal objects", () => [{}, {}]],
  ["array of objects with one shape", () => Array.from({ length: 100 }, (_, i) => ({ id: i, name: `n${i}` }))],
  ["array of objects with many shapes", () => Array.from({ length: 100 }, (_, i) => ({ [`key${i}`]: i, id: i }))],
  [
    "array of objects with the same first key",
    () => Array.from({ length: 100 }, (_, i) => ({ id: i, [`key${i}`]: i })),
  ],
  ["10,000 levels of arrays", () => nested(10_000)],
]);

function ran(): never {
  throw new Error("a getter ran");
}

function sparse(index: number): unknown[] {
  const array: unknown[] = [];
  array[index] = "far";
  return array;
}

function holesThenDense(): unknown[] {
  const array: unknown[] = holes(1000);
  for (let i = 500; i < 1000; i++) array[i] = i;
  return array;
}

function template(strings: TemplateStringsArray, ..._values: unknown[]): unknown {
  return withProperties([...strings], { raw: [...strings.raw] });
}

function itself(): unknown[] {
  const array: unknown[] = [];
  array.push(array);
  return array;
}

function twice(): unknown[] {
  const object = {};
  return [object, object];
}

function nested(levels: number): unknown[] {
  let array: unknown[] = [];
  for (let i = 0; i < levels; i++) array = [array];
  return array;
}
