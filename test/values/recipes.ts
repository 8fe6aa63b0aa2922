/**
 * Values for property tests, as recipes: plain trees that fast-check can shrink and print, from which a value is made anew
 * as often as needed. A reference leads to an object made earlier, which may be one around it.
 */
import * as fc from "fast-check";

export type Recipe =
  | { readonly kind: "primitive"; readonly value: unknown }
  | { readonly kind: "reference"; readonly index: number }
  | { readonly kind: "object"; readonly form: ObjectForm; readonly properties: readonly Property[] }
  | {
      readonly kind: "array";
      readonly form: "usual" | "frozen" | "subclass";
      readonly items: readonly (Recipe | "hole")[];
      readonly extra: readonly Property[];
    }
  | { readonly kind: "map"; readonly entries: readonly (readonly [Recipe, Recipe])[] }
  | { readonly kind: "set"; readonly elements: readonly Recipe[] }
  | { readonly kind: "date"; readonly time: number }
  | { readonly kind: "regexp"; readonly source: string; readonly flags: string; readonly lastIndex: number }
  | { readonly kind: "boxed"; readonly value: unknown }
  | {
      readonly kind: "bytes";
      readonly form: "Uint8Array" | "Buffer" | "Float32Array" | "DataView" | "ArrayBuffer" | "slice";
      readonly bytes: readonly number[];
    }
  | {
      readonly kind: "error";
      readonly form: "Error" | "TypeError" | "RangeError";
      readonly message: string;
      readonly properties: readonly Property[];
    };

type ObjectForm = "usual" | "null" | "instance" | "frozen" | "sealed" | "closed" | "hidden";
export type Property = readonly [key: string, value: Recipe];

export class Instance {}
export class List extends Array<unknown> {}

function recipesOf(plain: boolean): fc.Arbitrary<Recipe> {
  const { value } = fc.letrec<{ value: Recipe; property: Property }>((tie) => ({
    property: fc.tuple(keys, tie("value")),
    value: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      primitives(plain).map((value) => ({ kind: "primitive", value }) as const),
      fc.record({ kind: fc.constant("reference" as const), index: fc.nat(20) }),
      fc.record({
        kind: fc.constant("object" as const),
        form: plain
          ? fc.constant("usual" as const)
          : fc.constantFrom<ObjectForm>("usual", "usual", "null", "instance", "frozen", "sealed", "closed", "hidden"),
        properties: fc.array(tie("property"), { maxLength: 4 }),
      }),
      fc.record({
        kind: fc.constant("array" as const),
        form: plain
          ? fc.constant("usual" as const)
          : fc.constantFrom("usual" as const, "usual" as const, "frozen" as const, "subclass" as const),
        items: fc.array(fc.oneof(tie("value"), fc.constant("hole" as const)), { maxLength: 4 }),
        extra: plain ? fc.constant([]) : fc.array(tie("property"), { maxLength: 1 }),
      }),
      fc.record({
        kind: fc.constant("map" as const),
        entries: fc.array(fc.tuple(tie("value"), tie("value")), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant("set" as const), elements: fc.array(tie("value"), { maxLength: 3 }) }),
      ...leaves(plain),
      fc.record({
        kind: fc.constant("error" as const),
        form: fc.constantFrom("Error" as const, "TypeError" as const, "RangeError" as const),
        message: texts,
        properties: plain ? fc.constant([]) : fc.array(tie("property"), { maxLength: 2 }),
      }),
    ),
  }));
  return value;
}

const units = fc.oneof(
  fc.integer({ min: 0, max: 127 }),
  fc.constantFrom(0xe9, 0x6f22, 0xd800, 0xdc00, 0xd83d, 0xde42, 0xfffd, 0),
);
const texts = fc.oneof(
  fc.array(units, { maxLength: 6 }).map((all) => String.fromCharCode(...all)),
  fc
    .tuple(fc.array(units, { maxLength: 3 }), fc.integer({ min: 28, max: 36 }))
    .map(([all, count]) => String.fromCharCode(...all) + "x".repeat(count)),
);
const keys = fc.oneof(
  fc.constantFrom("a", "b", "c", "0", "1", "-1", "01", "__proto__", "constructor", "length", "toString", ""),
  texts,
);
const numbers = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, NaN, Infinity, 2 ** 31, -(2 ** 31), 2 ** 53, 0.1),
  fc.integer(),
  fc.double(),
);

function primitives(plain: boolean): fc.Arbitrary<unknown> {
  const common = [
    numbers,
    texts,
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
  ];
  return plain
    ? fc.oneof(...common)
    : fc.oneof(...common, fc.constantFrom(Symbol.for("a"), Symbol.for("b"), Symbol.iterator));
}

function leaves(plain: boolean): fc.Arbitrary<Recipe>[] {
  return [
    fc.record({
      kind: fc.constant("date" as const),
      time: fc.oneof(fc.constantFrom(0, -1, 8.64e15, NaN), fc.integer()),
    }),
    fc.record({
      kind: fc.constant("regexp" as const),
      source: fc.constantFrom("a", "", "/", "\n", "[/]", "(?<n>b)"),
      flags: fc.constantFrom("", "g", "gi", "dgimsuy"),
      lastIndex: plain ? fc.constant(0) : fc.nat(3),
    }),
    fc.record({ kind: fc.constant("boxed" as const), value: fc.oneof(numbers, texts, fc.boolean(), fc.bigInt()) }),
    fc.record({
      kind: fc.constant("bytes" as const),
      form: plain
        ? fc.constantFrom("Uint8Array" as const, "Float32Array" as const, "DataView" as const, "ArrayBuffer" as const)
        : fc.constantFrom("Uint8Array", "Buffer", "Float32Array", "DataView", "ArrayBuffer", "slice"),
      bytes: fc.array(fc.nat(255), { maxLength: 3 }).map((bytes) => [...bytes, ...bytes, ...bytes, ...bytes]),
    }),
  ];
}

/** Everything that can be a key and a stored value. */
export const recipes: fc.Arbitrary<Recipe> = recipesOf(false);
/** Only what `structuredClone` keeps as it is. */
export const plainRecipes: fc.Arbitrary<Recipe> = recipesOf(true);
