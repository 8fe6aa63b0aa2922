function make() { const o = { n: 1 }; return { 
// @astrocache
get() { return o.n; }, set(n) { o.n = n; } }; }
const m = make(); const r = [m.get()]; m.set(2); r.push(m.get()); console.log("closure captured object mutated:", ...r);
