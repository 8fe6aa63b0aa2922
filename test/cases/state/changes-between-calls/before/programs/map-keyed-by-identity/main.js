const a = {}, b = {}; const reg = new Map([[a, 1], [b, 2]]);
// @astrocache
function f(o) { return reg.get(o); }
console.log("map keyed by identity:", f(a), f(b), f({}));
