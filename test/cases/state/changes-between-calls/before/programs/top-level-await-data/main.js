const data = await Promise.resolve({ v: process.env.V });
// @astrocache
function f() { return data.v; }
console.log("top-level await data:", f());
