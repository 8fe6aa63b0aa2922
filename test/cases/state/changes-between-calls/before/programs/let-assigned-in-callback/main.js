let v = 1; setTimeout(() => { v = 2; }, 0);
// @astrocache
function f() { return v; }
const r = [f()]; await new Promise((ok) => setTimeout(ok, 10)); r.push(f()); console.log("let assigned in callback:", ...r);
