const o = { n: 1, get() { return this.n; } }; const b = o.get.bind(o);
// @astrocache
function f() { return b(); }
const r = [f()]; o.n = 2; r.push(f()); console.log("bound function state:", ...r);
