// @astrocache
function f(a) { return arguments.length + ":" + arguments[1] + a; }
console.log("arguments aliasing:", f(1), f(1, 2), f(1, 3));
