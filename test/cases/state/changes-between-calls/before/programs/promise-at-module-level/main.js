const p = Promise.resolve(process.env.V);
// @astrocache
async function f() { return await p; }
console.log("promise at module level:", await f());
