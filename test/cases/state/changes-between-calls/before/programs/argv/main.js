// @astrocache
function f() { return process.argv[2]; }
console.log("argv:", f());
