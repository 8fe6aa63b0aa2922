import process from "node:process"; import { argv } from "node:process";
// @astrocache
function f() { return argv[2] + process.argv[2]; }
console.log("argv through import:", f());
