import { connection } from "./connection.js";
import { Json, Sign, Sub, both, bound, count, ids, isArray, proto, root, rows } from "./tables.js";

// @astrocache
const counted = () => count + 1;
// @astrocache
const listed = () => ids.join();
// @astrocache
const rowed = () => rows.map(({ id }) => id).join();
// @astrocache
const sliced = (list) => proto.slice.call(list, 1).length;
// @astrocache
const typed = (value) => isArray.call(value);
// @astrocache
const signed = () => `${Sign.iterator.description} ${Json.stringify({ a: 1 })}`;
// @astrocache
const direct = () => connection.rows.length;
// @astrocache
const timed = () => both.now();
// @astrocache
const stepped = () => bound();
// @astrocache
const sized = () => new Sub().size();
// @astrocache
const global = () => root.shared;

const all = () =>
  [counted(), listed(), rowed(), sliced([1, 2]), typed([]), signed(), direct(), timed(), stepped(), sized(), global()].join(" ");
globalThis.shared = "first";
console.log(all());
connection.rows.push({ id: 3 });
globalThis.shared = "second";
console.log(all());
