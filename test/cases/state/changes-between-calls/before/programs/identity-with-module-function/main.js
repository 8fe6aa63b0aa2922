const CB = (x) => x; 
// @astrocache
function f(x) { return x === CB; }
console.log("identity with module function:", f(CB), f((x) => x), f(CB));
