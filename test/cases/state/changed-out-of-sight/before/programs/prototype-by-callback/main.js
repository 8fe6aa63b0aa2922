class B { m() { return 1; } }
class C { m() { return 10; } }
// @astrocache
function f() { return new B().m() + new C().m(); }
const seen = [f()];
[B, C].forEach((K) => { K.prototype.m = () => 5; });
seen.push(f());
for (const K of [B, C]) Object.defineProperty(K.prototype, "m", { value: () => 6 });
seen.push(f());
console.log("prototype by callback:", ...seen);
