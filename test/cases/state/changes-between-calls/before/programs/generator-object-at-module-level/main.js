function* g() { yield 1; yield 2; yield 3; }
const it = g();
// @astrocache
function f() { return it.next().value; }
console.log("generator object at module level:", f(), f(), f());
