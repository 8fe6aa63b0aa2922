import * as shared from "./inputs.mjs";
import * as lib from "./lib.mjs";

/** The targets. */
export const calls = {
  chunk: (list, size) => lib.chunk(list, size),
  difference: (a, b) => lib.difference(a, b),
  intersection: (a, b) => lib.intersection(a, b),
  unionBy: (a, b) => lib.unionBy(a, b, (value) => value % 3),
  uniqWith: (list) => lib.uniqWith(list, (a, b) => a % 4 === b % 4),
  groupBy: (list) => lib.groupBy(list, (value) => (value % 2 === 0 ? "even" : "odd")),
  keyBy: (rows) => lib.keyBy(rows, (row) => row.id),
  orderBy: (rows) => lib.orderBy(rows, ["group", "id"], ["asc", "desc"]),
  sortBy: (rows) => lib.sortBy(rows, ["group", "id"]),
  partition: (list) => lib.partition(list, (value) => value > 3),
  windowed: (list, size) => lib.windowed(list, size),
  flattenDeep: (list) => lib.flattenDeep(list),
  zipWith: (a, b) => lib.zipWith(a, b, (x, y) => [x, y]),
  takeRightWhile: (list) => lib.takeRightWhile(list, (value) => value > 2),
  range: (start, end, step) => lib.range(start, end, step),
  round: (value, digits) => lib.round(value, digits),
  clamp: (value, low, high) => lib.clamp(value, low, high),
  median: (list) => lib.median(list),
  cloneDeep: (value) => lib.cloneDeep(value),
  merge: (a, b) => lib.merge(a, b),
  toMerged: (a, b) => lib.toMerged(a, b),
  flattenObject: (value) => lib.flattenObject(value),
  toSnakeCaseKeys: (value) => lib.toSnakeCaseKeys(value),
  toCamelCaseKeys: (value) => lib.toCamelCaseKeys(value),
  pickBy: (value) => lib.pickBy(value, (each) => typeof each === "number"),
  omit: (value, keys) => lib.omit(value, keys),
  invert: (value) => lib.invert(value),
  isEqual: (a, b) => lib.isEqual(a, b),
  isPlainObject: (value) => lib.isPlainObject(value),
  isJSONValue: (value) => lib.isJSONValue(value),
  camelCase: (text) => lib.camelCase(text),
  snakeCase: (text) => lib.snakeCase(text),
  startCase: (text) => lib.startCase(text),
  words: (text) => lib.words(text),
  deburr: (text) => lib.deburr(text),
  escape: (text) => lib.escape(text),
  pad: (text, length) => lib.pad(text, length, "-"),
};

const { cross, each } = shared;
const { nested, rows } = shared;
const lists = [...shared.lists, [10, 9, 8, 7, 1]];
const texts = [...shared.texts, "a1B2c3"];
const [empty, first, ...others] = shared.objects;
const named = { firstName: "A", nestedThing: { lastName: "B", list: [{ innerKey: 1 }] }, HTMLText: 2 };
const objects = [empty, first, named, ...others];
const values = [...shared.values, ...objects];

export const inputs = {
  chunk: cross(lists, [1, 2, 3]),
  difference: cross(lists, lists),
  intersection: cross(lists, lists),
  unionBy: cross(lists, lists.slice(0, 2)),
  uniqWith: each(lists),
  groupBy: each(lists),
  keyBy: each(rows),
  orderBy: each(rows),
  sortBy: each(rows),
  partition: each(lists),
  windowed: cross(lists, [2, 3]),
  flattenDeep: each([...nested, ...lists]),
  zipWith: cross(lists, lists.slice(0, 2)),
  takeRightWhile: each(lists),
  range: [
    [0, 5, 1],
    [5, 0, -1],
    [3, 3, 1],
    [0, 10, 3],
  ],
  round: [
    [1.2345, 2],
    [-1.5, 0],
    [1.005, 2],
    [12345, -2],
  ],
  clamp: [
    [5, 1, 3],
    [-5, 1, 3],
    [2, 1, 3],
  ],
  median: each(lists),
  cloneDeep: each(values),
  merge: cross(objects, objects.slice(1)),
  toMerged: cross(objects, objects.slice(1)),
  flattenObject: each(objects),
  toSnakeCaseKeys: each(objects),
  toCamelCaseKeys: each(objects),
  pickBy: each(objects),
  omit: objects.map((value) => [value, ["a", "deep.deeper"]]),
  invert: each(objects.slice(0, 2)),
  isEqual: cross(values, values),
  isPlainObject: each(values),
  isJSONValue: each(values),
  pad: texts.map((text) => [text, 12]),
  camelCase: each(texts),
  snakeCase: each(texts),
  startCase: each(texts),
  words: each(texts),
  deburr: each(texts),
  escape: each(texts),
};

export const own = (name) => lib[name];
