/** Lists of arguments that differ, each from every other in its group; and lists that no code can tell apart. */
import { tracked } from "./battery/index.ts";

type Arguments = readonly unknown[];
export interface Group {
  readonly name: string;
  readonly calls: readonly (() => Arguments)[];
}

const one = { a: 1 };
const closure = (captured: unknown): Function => {
  const fn = (): unknown => captured;
  tracked.set(fn, { digest: "closure", captured: [captured] });
  return fn;
};

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
      () => [{ ...{ a: 1, b: 2 } }],
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
  { name: "holes", calls: [() => [new Array(600)], () => [Object.assign([], { length: 600 })], () => [emptied()]] },
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

function cycle(length: number): object {
  const first: Record<string, unknown> = {};
  let last = first;
  for (let i = 1; i < length; i++) last = last["next"] = {};
  last["next"] = first;
  return first;
}

function back(which: number): Arguments {
  const list: unknown[] = [{}, {}, {}];
  return [list, list[which]];
}

function withoutOne(): object {
  const object: Record<string, unknown> = { a: 1, x: 0, b: 2 };
  delete object["x"];
  return object;
}

function filled(): unknown[] {
  const array = new Array<number>(3);
  return array.fill(0).map((_, i) => i + 1);
}

function longByIndex(): unknown[] {
  const array: unknown[] = [];
  for (let i = 0; i < 500; i++) array[i] = i;
  return array;
}

function longFromTheEnd(): unknown[] {
  const array: unknown[] = new Array(500);
  for (let i = 499; i >= 0; i--) array[i] = i;
  return array;
}

function emptied(): unknown[] {
  const array: unknown[] = Array.from({ length: 600 }, () => 1);
  for (let i = 0; i < 600; i++) delete array[i];
  return array;
}

function refilled(): Map<string, number> {
  const map = new Map([["b", 2]]);
  map.delete("b");
  return map.set("a", 1).set("b", 2);
}
