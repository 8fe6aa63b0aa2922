function makeClass() { let n = 0; return class { next() { return ++n; } }; }
const K = makeClass();
// @astrocache
function f() { return new K().next(); }
console.log("hidden class state via closure:", f(), f());
