import * as shared from "./inputs.mjs";
import * as lib from "./lib.mjs";

/** The targets. */
export const calls = {
  chunk: (list, size) => lib.chunk(list, size),
  difference: (a, b) => lib.difference(a, b),
  intersectionBy: (a, b) => lib.intersectionBy(a, b, (value) => value % 3),
  unionWith: (a, b) => lib.unionWith(a, b, (x, y) => x === y),
  uniq: (list) => lib.uniq(list),
  flattenDeep: (list) => lib.flattenDeep(list),
  flattenDepth: (list, depth) => lib.flattenDepth(list, depth),
  zipObjectDeep: (paths, values) => lib.zipObjectDeep(paths, values),
  groupBy: (rows) => lib.groupBy(rows, "group"),
  keyBy: (rows) => lib.keyBy(rows, "id"),
  countBy: (list) => lib.countBy(list, (value) => value % 2),
  orderBy: (rows) => lib.orderBy(rows, ["group", "id"], ["asc", "desc"]),
  sortBy: (rows) => lib.sortBy(rows, ["group", (row) => -row.id]),
  partition: (list) => lib.partition(list, (value) => value > 3),
  map: (rows) => lib.map(rows, "id"),
  filter: (rows) => lib.filter(rows, { group: "b" }),
  find: (rows) => lib.find(rows, ["group", "a"]),
  reduce: (list) => lib.reduce(list, (sum, value) => sum + value, 0),
  includes: (list, value) => lib.includes(list, value),
  cloneDeep: (value) => lib.cloneDeep(value),
  merge: (a, b) => lib.merge({}, a, b),
  defaultsDeep: (a, b) => lib.defaultsDeep({}, a, b),
  get: (value, path) => lib.get(value, path, "none"),
  set: (value, path) => lib.set(lib.cloneDeep(value), path, 1),
  has: (value, path) => lib.has(value, path),
  unset: (value, path) => lib.unset(value, path),
  pick: (value, paths) => lib.pick(value, paths),
  omit: (value, paths) => lib.omit(value, paths),
  mapValues: (value) => lib.mapValues(value, (each) => typeof each),
  invertBy: (value) => lib.invertBy(value),
  toPairs: (value) => lib.toPairs(value),
  transform: (value) => lib.transform(value, (result, each, key) => result.push(key), []),
  isEqual: (a, b) => lib.isEqual(a, b),
  isMatch: (a, b) => lib.isMatch(a, b),
  isEmpty: (value) => lib.isEmpty(value),
  isPlainObject: (value) => lib.isPlainObject(value),
  toNumber: (value) => lib.toNumber(value),
  toInteger: (value) => lib.toInteger(value),
  toString: (value) => lib.toString(value),
  camelCase: (text) => lib.camelCase(text),
  kebabCase: (text) => lib.kebabCase(text),
  startCase: (text) => lib.startCase(text),
  deburr: (text) => lib.deburr(text),
  words: (text) => lib.words(text),
  escape: (text) => lib.escape(text),
  unescape: (text) => lib.unescape(text),
  pad: (text, length) => lib.pad(text, length, "-"),
  truncate: (text) => lib.truncate(text, { length: 9, separator: " " }),
  trim: (text) => lib.trim(text),
  split: (text) => lib.split(text, "-", 2),
  template: (text, data) => lib.template(text)(data),
  range: (start, end, step) => lib.range(start, end, step),
  round: (value, digits) => lib.round(value, digits),
  add: (a, b) => lib.add(a, b),
  sumBy: (rows) => lib.sumBy(rows, "id"),
  maxBy: (rows) => lib.maxBy(rows, (row) => row.id),
  chain: (list) =>
    lib
      .default(list)
      .map((value) => value * 2)
      .filter((value) => value > 2)
      .take(2)
      .value(),
  flow: (value) => lib.flow([(each) => each + 1, (each) => each * 2])(value),
  curry: (a, b) => lib.curry((x, y) => [x, y])(a)(b),
  partialRight: (a, b) => lib.partialRight((x, y) => [x, y], b)(a),
};

const { cross, each } = shared;
const { lists, nested, rows, objects } = shared;
const texts = [...shared.texts, "&lt;a&gt;"];
const values = [...shared.values, ...objects];
const paths = ["a", "b.c[2].d", ["deep", "deeper", "deepest"], "list[1][1][0]", "no.such.path", "__proto__.polluted"];
const odd = ["0b101", " 12 ", "0x1f", "1e3", null, undefined, [], {}, "-", Infinity, "3.7"];

export const inputs = {
  chunk: cross(lists, [1, 2, 3]),
  difference: cross(lists, lists),
  intersectionBy: cross(lists, lists),
  unionWith: cross(lists, lists),
  uniq: each(lists),
  flattenDeep: each(nested),
  flattenDepth: cross(nested, [0, 1, 2]),
  zipObjectDeep: [
    [
      ["a.b[0].c", "a.b[1].d"],
      [1, 2],
    ],
    [["__proto__.x"], [1]],
  ],
  ...Object.fromEntries(
    ["groupBy", "keyBy", "orderBy", "sortBy", "map", "filter", "find", "sumBy", "maxBy"].map((name) => [
      name,
      each(rows),
    ]),
  ),
  ...Object.fromEntries(["countBy", "partition", "reduce", "chain"].map((name) => [name, each(lists)])),
  includes: cross(lists, [1, NaN]),
  ...Object.fromEntries(["cloneDeep", "isEmpty", "isPlainObject", "toString"].map((name) => [name, each(values)])),
  ...Object.fromEntries(["mapValues", "invertBy", "toPairs", "transform"].map((name) => [name, each(objects)])),
  merge: cross(objects, objects),
  defaultsDeep: cross(objects, objects),
  ...Object.fromEntries(["get", "set", "has", "unset"].map((name) => [name, cross(objects, paths)])),
  pick: cross(objects, [["a", "b.c"], ["list[0]"]]),
  omit: cross(objects, [["a", "b.c"], ["deep.deeper"]]),
  isEqual: cross(values, values),
  isMatch: cross(objects, objects),
  toNumber: each(odd),
  toInteger: each(odd),
  ...Object.fromEntries(
    ["camelCase", "kebabCase", "startCase", "deburr", "words", "escape", "unescape", "truncate", "trim", "split"].map(
      (name) => [name, each(texts)],
    ),
  ),
  pad: texts.map((text) => [text, 12]),
  template: [
    ["<%= a %>-<%- b %>", { a: "<1>", b: "<2>" }],
    ["${ x.y }", { x: { y: 1 } }],
  ],
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
    [5.015, 2],
  ],
  add: [
    [1, 2],
    ["1", 2],
    [-0, -0],
  ],
  flow: [[1], [NaN]],
  curry: [[1, 2]],
  partialRight: [[1, 2]],
};

/** What a target asks of the package, where it is not called as the target is. */
export const asked = { chain: "default" };

export const own = (name) => lib[name];
