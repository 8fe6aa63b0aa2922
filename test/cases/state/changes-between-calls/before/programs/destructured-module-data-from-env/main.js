const { V = "none" } = process.env; const [first] = process.argv.slice(2);
// @astrocache
function f() { return V + first; }
console.log("destructured module data from env:", f());
