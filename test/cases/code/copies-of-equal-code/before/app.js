import * as one from "./one.js";
import * as two from "./two.js";
import { first, make } from "./first.js";
import { second } from "./second.js";
import { third } from "./third.js";
import { isPoint } from "./isPoint.js";
import { isTable } from "./isTable.js";
import { isNoop } from "./isNoop.js";
import { isAll } from "./isAll.js";

one.set(1);
two.set(2);

// @astrocache
export function values() {
  process.stderr.write("ran values\n");
  return [first(), second(), third()];
}

// @astrocache
export function point() {
  process.stderr.write("ran point\n");
  return isPoint(make().point);
}

// @astrocache
export function table() {
  process.stderr.write("ran table\n");
  return isTable(make().table);
}

// @astrocache
export function noop() {
  process.stderr.write("ran noop\n");
  return isNoop(make().noop);
}

// @astrocache
export function all() {
  process.stderr.write("ran all\n");
  return isAll(make().all);
}

console.log(values().join(), point(), table(), noop(), all());
