const { env } = process; const e2 = process.env;
// @astrocache
function f() { return env.V + e2.V; }
console.log("env alias:", f());
