class A { m() { return 1; } }
// @astrocache
function f() { return new A().m(); }
const seen = [f()];
const p = A.prototype;
p.m = () => 2;
seen.push(f());
console.log("alias of a prototype:", ...seen);
