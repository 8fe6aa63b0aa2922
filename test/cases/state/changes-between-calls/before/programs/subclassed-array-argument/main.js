class L extends Array { sum() { return this.reduce((a, b) => a + b, 0) + (this.extra ?? 0); } }
// @astrocache
function f(l) { return l.sum(); }
const l = L.from([1, 2]); const r = [f(l)]; l.extra = 5; r.push(f(l)); console.log("subclassed array argument:", ...r);
