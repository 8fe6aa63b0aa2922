class B { m() { return 1; } } class B2 { m() { return 2; } } class A extends B {}
// @astrocache
function f() { return new A().m(); }
function main() { const r = [f()]; Object.setPrototypeOf(A.prototype, B2.prototype); r.push(f()); console.log("prototype patched via setPrototypeOf:", ...r); }
main();
