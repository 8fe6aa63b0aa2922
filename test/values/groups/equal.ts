import { holes } from "../named.ts";
import type { Group } from "./group.ts";

/** Lists of arguments that no code can tell apart, made in different ways. */
export const equal: readonly Group[] = [
  {
    name: "integers",
    calls: [
      () => [3],
      () => [1.5 + 1.5],
      () => [Number("3")],
      () => [new Float64Array([3])[0]],
      () => [JSON.parse("3.0")],
    ],
  },
  {
    name: "NaN",
    calls: [
      () => [NaN],
      () => [0 / 0],
      () => [-NaN],
      () => [new Float64Array(new BigUint64Array([0x7ff8000000000001n]).buffer)[0]],
    ],
  },
  {
    name: "text",
    calls: [
      () => ["abcdefghijklmnopqrstuvwxyz"],
      () => ["abcdefghijklm" + "nopqrstuvwxyz".slice(0)],
      () => ["漢abcdefghijklmnopqrstuvwxyz".slice(1)],
      () => [Array.from("abcdefghijklmnopqrstuvwxyz").join("")],
      () => [Buffer.from("abcdefghijklmnopqrstuvwxyz").toString()],
    ],
  },
  {
    name: "long text",
    calls: [
      () => ["é".repeat(70_000)],
      () => [Buffer.from("é".repeat(70_000)).toString()],
      () => [`漢${"é".repeat(70_000)}`.slice(1)],
    ],
  },
  {
    name: "objects",
    calls: [
      () => [{ a: 1, b: 2 }],
      () => [Object.assign({ a: 0 }, { b: 2 }, { a: 1 })],
      () => [
        Object.fromEntries([
          ["a", 1],
          ["b", 2],
        ]),
      ],
      () => [JSON.parse('{"a":1,"b":2}')],
      () => [structuredClone({ a: 1, b: 2 })],
      () => [withoutOne()],
      () => [spread({ a: 1, b: 2 })],
    ],
  },
  {
    name: "objects with integer keys",
    calls: [
      () => [{ 1: "a", 2: "b", x: 0 }],
      () => [{ x: 0, 2: "b", 1: "a" }],
      () => [Object.assign([], undefined) && { 2: "b", x: 0, 1: "a" }],
    ],
  },
  {
    name: "arrays",
    calls: [
      () => [[1, 2, 3]],
      () => [Array.of(1, 2, 3)],
      () => [[1.5, 2, 3].map((x) => Math.floor(x))],
      () => [filled()],
      () => [JSON.parse("[1,2,3]")],
      () => [[1, 2, 3, 4].slice(0, 3)],
    ],
  },
  {
    name: "long arrays",
    calls: [() => [Array.from({ length: 500 }, (_, i) => i)], () => [longByIndex()], () => [longFromTheEnd()]],
  },
  { name: "holes", calls: [() => [holes(600)], () => [Object.assign([], { length: 600 })], () => [emptied()]] },
  { name: "bigints", calls: [() => [10n], () => [BigInt("0xa")], () => [5n + 5n]] },
  {
    name: "maps",
    calls: [
      () => [
        new Map([
          ["a", 1],
          ["b", 2],
        ]),
      ],
      () => [
        new Map(
          [
            ["x", 0],
            ["a", 1],
            ["b", 2],
          ].filter(([key]) => key !== "x") as [string, number][],
        ),
      ],
      () => [
        structuredClone(
          new Map([
            ["a", 1],
            ["b", 2],
          ]),
        ),
      ],
      () => [refilled()],
    ],
  },
  { name: "Map with zero as key", calls: [() => [new Map([[0, 1]])], () => [new Map([[-0, 1]])]] },
  {
    name: "buffers",
    calls: [
      () => [Buffer.from("abc")],
      () => [Buffer.concat([Buffer.from("a"), Buffer.from("bc")])],
      () => [Buffer.from("616263", "hex")],
    ],
  },
  {
    name: "dates",
    calls: [
      () => [new Date(86_400_000)],
      () => [new Date("1970-01-02T00:00:00.000Z")],
      () => [structuredClone(new Date(86_400_000))],
    ],
  },
  { name: "patterns", calls: [() => [/a\/b/g], () => [new RegExp("a\\/b", "g")], () => [new RegExp("a/b", "g")]] },
  {
    name: "URLs",
    calls: [() => [new URL("http://a/b")], () => [new URL("/b", "http://A/")], () => [new URL("HTTP://a:80/b")]],
  },
  {
    name: "headers",
    calls: [
      () => [new Headers({ B: "2", a: "1" })],
      () => [
        new Headers([
          ["A", "1"],
          ["b", "2"],
        ]),
      ],
    ],
  },
];

function withoutOne(): object {
  const object: Record<string, unknown> = { a: 1, x: 0, b: 2 };
  delete object["x"];
  return object;
}

function filled(): unknown[] {
  const array = holes(3);
  return array.fill(0).map((_, i) => i + 1);
}

function longByIndex(): unknown[] {
  const array: unknown[] = [];
  for (let i = 0; i < 500; i++) array[i] = i;
  return array;
}

function longFromTheEnd(): unknown[] {
  const array: unknown[] = holes(500);
  for (let i = 499; i >= 0; i--) array[i] = i;
  return array;
}

function emptied(): unknown[] {
  const array: unknown[] = Array.from({ length: 600 }, () => 1);
  for (let i = 0; i < 600; i++) Reflect.deleteProperty(array, i);
  return array;
}

function refilled(): Map<string, number> {
  const map = new Map([["b", 2]]);
  map.delete("b");
  return map.set("a", 1).set("b", 2);
}

function spread(object: object): object {
  return { ...object };
}
