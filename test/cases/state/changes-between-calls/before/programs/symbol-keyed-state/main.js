const K = Symbol(); const o = { [K]: process.env.V };
// @astrocache
function f() { return o[K]; }
console.log("symbol-keyed state:", f());
