import { handlers, table } from "./registry.js";
// @astrocache
function run() { return handlers.map((h) => h()).join(); }
// @astrocache
function look() { return [...table].map(([k, v]) => k + v()).join(); }
function counter(n) { return () => n++; }
const seen = [];
handlers.push(counter(1)); table.set("a", counter(5));
seen.push(run(), look(), run(), look());
handlers.push(counter(100));
table.set("b", counter(50));
seen.push(run(), look());
console.log("handlers pushed:", ...seen);
