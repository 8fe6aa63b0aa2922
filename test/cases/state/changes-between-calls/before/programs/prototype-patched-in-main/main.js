class A { m() { return 1; } }
// @astrocache
function f() { return new A().m(); }
function main() { const r = [f()]; A.prototype.m = () => 2; r.push(f()); console.log("prototype patched in main:", ...r); }
main();
