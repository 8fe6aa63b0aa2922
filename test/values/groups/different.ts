import type { Group } from "./group.ts";
import { structures } from "./structures.ts";

/** Lists of arguments that differ, each from every other in its group. */
export const different: readonly Group[] = [
  {
    name: "how many arguments",
    calls: [
      () => [],
      () => [undefined],
      () => [undefined, undefined],
      () => [null],
      () => [[]],
      () => [[undefined]],
      () => [[,]],
    ],
  },
  {
    name: "where one text ends",
    calls: [
      () => ["a", "b"],
      () => ["ab", ""],
      () => ["", "ab"],
      () => ["a,b"],
      () => ["a\0b"],
      () => [["a", "b"]],
      () => ["a", ["b"]],
    ],
  },
  {
    name: "text that looks like another type",
    calls: [
      () => [1],
      () => ["1"],
      () => [1n],
      () => [true],
      () => ["true"],
      () => ["1n"],
      () => [[1]],
      () => [["1"]],
      () => [Object(1)],
    ],
  },
  {
    name: "nothing",
    calls: [
      () => [null],
      () => [undefined],
      () => [NaN],
      () => [0],
      () => [-0],
      () => [""],
      () => [false],
      () => [{}],
      () => [[]],
      () => ["null"],
      () => ["undefined"],
    ],
  },
  {
    name: "numbers nearby",
    calls: [
      () => [-1],
      () => [-2],
      () => [1],
      () => [1.0000000000000002],
      () => [2 ** 31],
      () => [-(2 ** 31)],
      () => [2 ** 53],
      () => [2 ** 53 + 2],
    ],
  },
  { name: "user-1r and user-30 (djb2)", calls: [() => ["user-1r"], () => ["user-30"], () => ["user-2Q"]] },
  {
    name: "where one object ends",
    calls: [
      () => [{ a: 1 }, { b: 2 }],
      () => [{ a: 1, b: 2 }, {}],
      () => [{}, { a: 1, b: 2 }],
      () => [{ a: { b: 2 } }],
      () => [{ a: 1 }, "b", 2],
    ],
  },
  {
    name: "keys and values",
    calls: [
      () => [{ a: "b" }],
      () => [{ b: "a" }],
      () => [{ ab: "" }],
      () => [{ "": "ab" }],
      () => [{ a: undefined, b: undefined }],
      () => [["a", "b"]],
      () => [new Map([["a", "b"]])],
    ],
  },
  {
    name: "order of keys",
    calls: [() => [{ a: 1, b: 2 }], () => [{ b: 2, a: 1 }], () => [{ a: 2, b: 1 }], () => [{ b: 1, a: 2 }]],
  },
  ...structures,
];
