const w = new WeakMap(); const a = {}, b = {}; w.set(a, 1); w.set(b, 2);
// @astrocache
function f(o) { return w.get(o); }
console.log("weakmap keyed by argument:", f(a), f(b), f({}));
