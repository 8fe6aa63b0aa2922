const show = (e) => e.V;
// @astrocache
function f() { return show(process.env); }
console.log("env whole passed:", f());
