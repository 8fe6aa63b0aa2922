class A { m() { return 1; } }
class A2 { m() { return 2; } }
class B extends A {}
// @astrocache
function f() { return new B().m(); }
const seen = [f()];
const set = Object.setPrototypeOf;
set(B.prototype, A2.prototype);
seen.push(f());
console.log("superclass replaced:", ...seen);
