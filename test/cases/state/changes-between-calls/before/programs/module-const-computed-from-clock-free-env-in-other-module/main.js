import { R } from "./r.js";
// @astrocache
function f() { return R; }
console.log("module const computed from clock-free env in other module:", f());
