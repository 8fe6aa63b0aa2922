class Counter { static total = 0; bump() { this.constructor.total++; } static get twice() { return this.total * 2; } }
// @astrocache
function f() { return Counter.twice; }
const seen = [f()];
new Counter().bump();
seen.push(f());
const K = Counter;
K.total = 9;
seen.push(f());
console.log("static through an instance:", ...seen);
