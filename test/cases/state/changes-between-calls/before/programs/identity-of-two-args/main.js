// @astrocache
function f(x, y) { return x === y; }
const a = { n: 1 };
console.log("identity of two args:", f(a, a), f(a, { n: 1 }), f({ n: 1 }, { n: 1 }));
