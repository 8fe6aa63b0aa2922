const g = globalThis;
g.OUT_OF_SIGHT = 1;
// @astrocache
function f() { return OUT_OF_SIGHT; }
const seen = [f()];
Reflect.set(g, "OUT_OF_SIGHT", 2);
seen.push(f());
console.log("global by alias:", ...seen);
