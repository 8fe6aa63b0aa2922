function cb() { return cb.k; }
// @astrocache
function f(fn) { return fn(); }
cb.k = 1; const r = [f(cb)]; cb.k = 2; r.push(f(cb)); console.log("function with properties as argument:", ...r);
