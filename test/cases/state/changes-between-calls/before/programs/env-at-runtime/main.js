// @astrocache
function f() { return process.env.V; }
const r = [f()]; const was = process.env.V; process.env.V = "z"; r.push(f()); process.env.V = was; console.log("env at runtime:", ...r);
