// @astrocache
function f(s) { return s.raw[0]; }
console.log("template objects:", f`a\n`, f`b`);
