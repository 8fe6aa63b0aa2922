import { tracked } from "../battery/index.ts";
import type { Group } from "./group.ts";

const one = { a: 1 };
const closure = (captured: unknown): Function => {
  const fn = (): unknown => captured;
  tracked.set(fn, { digest: "closure", captured: [captured] });
  return fn;
};

/** Lists of arguments that differ by what objects are and how they refer to each other. */
export const structures: readonly Group[] = [
  {
    name: "sharing",
    calls: [
      () => [one, one],
      () => [one, { a: 1 }],
      () => [[one, one]],
      () => [[one, { a: 1 }]],
      () => [{ x: one, y: one }],
      () => [{ x: one, y: { a: 1 } }],
    ],
  },
  {
    name: "cycles",
    calls: [
      () => [cycle(1)],
      () => [cycle(2)],
      () => [cycle(3)],
      () => [{ next: cycle(1) }],
      () => [{ next: { next: cycle(1) } }],
    ],
  },
  { name: "who is referred to", calls: [() => back(0), () => back(1), () => back(2)] },
  {
    name: "holes",
    calls: [
      () => [[1, , 3]],
      () => [[1, undefined, 3]],
      () => [[1, 3]],
      () => [[1, null, 3]],
      () => [[, 1, 3]],
      () => [[1, 3, ,]],
      () => [[1, , , 3]],
    ],
  },
  {
    name: "kinds of lists",
    calls: [
      () => [[1, 2]],
      () => [new Set([1, 2])],
      () => [Uint8Array.of(1, 2)],
      () => [{ 0: 1, 1: 2 }],
      () => [{ 0: 1, 1: 2, length: 2 }],
      () => [Buffer.from([1, 2])],
      () => [
        new Map([
          [0, 1],
          [1, 2],
        ]),
      ],
      () => [Uint16Array.of(1, 2)],
    ],
  },
  {
    name: "order in collections",
    calls: [
      () => [
        new Map([
          [1, 2],
          [3, 4],
        ]),
      ],
      () => [
        new Map([
          [3, 4],
          [1, 2],
        ]),
      ],
      () => [
        new Map([
          [1, 4],
          [3, 2],
        ]),
      ],
      () => [new Set([1, 2])],
      () => [new Set([2, 1])],
    ],
  },
  {
    name: "types of keys in a Map",
    calls: [
      () => [new Map([[1, 0]])],
      () => [new Map([["1", 0]])],
      () => [new Map([[1n, 0]])],
      () => [new Map([[null, 0]])],
      () => [new Map([[undefined, 0]])],
      () => [new Map([[[], 0]])],
      () => [new Map([["", 0]])],
    ],
  },
  {
    name: "dates",
    calls: [
      () => [new Date(0)],
      () => [0],
      () => [new Date(0).toISOString()],
      () => [new Date(1)],
      () => [new Date(NaN)],
      () => [Object(0)],
    ],
  },
  {
    name: "patterns",
    calls: [
      () => [/a/],
      () => [/a/g],
      () => [/a/i],
      () => ["/a/"],
      () => [/(?:a)/],
      () => [Object.assign(/a/g, { lastIndex: 1 })],
    ],
  },
  {
    name: "lone surrogates",
    calls: [
      () => ["\ud800"],
      () => ["\udc00"],
      () => ["\ufffd"],
      () => ["\ud800\ud800"],
      () => ["\ud83d"],
      () => [{ "\ud800": 1 }],
      () => [{ "\ud801": 1 }],
    ],
  },
  {
    name: "text on the border of its forms",
    calls: [
      () => ["é"],
      () => ["Ã©"],
      () => ["\xe9\0"],
      () => ["\0\xe9"],
      () => [Buffer.from("é").toString("latin1") + "x"],
      () => ["e\u0301"],
    ],
  },
  {
    name: "attributes",
    calls: [
      () => [{ a: 1 }],
      () => [Object.freeze({ a: 1 })],
      () => [Object.seal({ a: 1 })],
      () => [Object.preventExtensions({ a: 1 })],
      () => [Object.defineProperty({}, "a", { value: 1 })],
    ],
  },
  {
    name: "prototypes",
    calls: [
      () => [{}],
      () => [Object.create(null)],
      () => [Object.create({})],
      () => [Object.create({ a: 1 })],
      () => [Object.create([])],
      () => [Object.create(Error.prototype)],
    ],
  },
  {
    name: "closures",
    calls: [
      () => [closure(1)],
      () => [closure("1")],
      () => [closure([1])],
      () => [closure(undefined)],
      () => [closure(closure(1))],
    ],
  },
  {
    name: "windows on memory",
    calls: [
      () => [new Uint8Array(8)],
      () => [new Uint8Array(new ArrayBuffer(9), 0, 8)],
      () => [new Uint8Array(new ArrayBuffer(9), 1, 8)],
      () => [new Uint8Array(9)],
      () => [new DataView(new ArrayBuffer(8))],
      () => [new ArrayBuffer(8)],
      () => [Buffer.alloc(8)],
    ],
  },
  {
    name: "boxes",
    calls: [
      () => [Object(1)],
      () => [Object("1")],
      () => [Object(true)],
      () => [Object(1n)],
      () => [Object(Symbol.for("1"))],
      () => [Object.assign(Object(1) as object, { a: 1 })],
    ],
  },
  {
    name: "symbols",
    calls: [
      () => [Symbol.for("a")],
      () => ["a"],
      () => [Symbol.for("Symbol(a)")],
      () => [Symbol.for("iterator")],
      () => [Symbol.iterator],
      () => [{ [Symbol.for("a")]: 1 }],
      () => [{ a: 1 }],
    ],
  },
];

function cycle(length: number): object {
  const first: Record<string, unknown> = {};
  let last = first;
  for (let i = 1; i < length; i++) last = last["next"] = {};
  last["next"] = first;
  return first;
}

function back(which: number): readonly unknown[] {
  const list: unknown[] = [{}, {}, {}];
  return [list, list[which]];
}
