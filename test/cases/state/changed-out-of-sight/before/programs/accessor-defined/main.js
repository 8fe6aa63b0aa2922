class Box { get v() { return 1; } }
// @astrocache
function f() { return new Box().v; }
const seen = [f()];
((o) => Object.defineProperty(o, "v", { get: () => 2, configurable: true }))(Box.prototype);
seen.push(f());
console.log("accessor defined:", ...seen);
