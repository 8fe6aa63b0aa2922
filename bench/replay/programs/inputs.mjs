/** What the programs of libraries for lists, objects and texts are called with. */

export const lists = [[], [1, 2, 3, 4, 5, 6, 7], [3, 3, 1, 2, 1], [5, -0, 0, NaN, NaN]];
export const nested = [
  [1, [2, [3, [4]]]],
  [[], [[]]],
  ["a", ["b"]],
];
export const rows = [
  [
    { id: 3, group: "b" },
    { id: 1, group: "a" },
    { id: 2, group: "b" },
  ],
  [
    { id: 1, group: "x" },
    { id: 1, group: "x" },
    { id: 0, group: "" },
  ],
];
export const objects = [
  {},
  { "a": 1, "b": { c: [1, 2, { d: 3 }] }, "e-f": "g" },
  { when: new Date(0), map: new Map([[1, { x: 1 }]]), set: new Set(["y"]), bytes: new Uint8Array([1, 2]) },
  { deep: { deeper: { deepest: null } }, list: [[1], [2, [3]]], nothing: undefined },
];
export const texts = [
  "",
  "camelCaseText",
  "HTTP request-id 42",
  "déjà vu & <b>bold</b>",
  "snake_case__twice",
  "  spaced  out  ",
];

/** Beside the objects. */
export const values = [null, 1, "text", [1, [2]]];

export function cross(left, right) {
  return left.flatMap((a) => right.map((b) => [a, b]));
}

export function each(values) {
  return values.map((value) => [value]);
}
