let n = 1; const o = { get v() { return n; } };
// @astrocache
function f() { return o.v; }
const r = [f()]; n = 2; r.push(f()); console.log("getter state:", ...r);
