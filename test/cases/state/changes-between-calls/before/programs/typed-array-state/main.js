const u = new Uint8Array(2);
// @astrocache
function f() { return u[0]; }
const r = [f()]; u[0] = 9; r.push(f()); console.log("typed array state:", ...r);
