class A { m() { return 1; } }
const p = A.prototype;
// @astrocache
function f() { return new A().m(); }
function main() { const r = [f()]; p.m = () => 2; r.push(f()); console.log("prototype patched via alias:", ...r); }
main();
