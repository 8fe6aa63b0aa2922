import lib from "./lib.js";
import * as all from "./lib.js";
// @astrocache
function f(x) { return lib.size(x) + lib.nested.twice(1); }
const seen = [f("ab")];
const n = all.lib.nested;
n.twice = (x) => x * 100;
seen.push(f("ab"));
const keep = all.lib;
keep.size = () => -1;
seen.push(f("ab"));
console.log("object method replaced:", ...seen);
