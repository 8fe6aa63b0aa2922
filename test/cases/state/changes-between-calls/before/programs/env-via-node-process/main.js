import { env } from "node:process";
// @astrocache
function f() { return env.V; }
console.log("env via node:process:", f());
