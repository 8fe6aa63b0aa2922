import { AsyncLocalStorage } from "node:async_hooks";
const als = new AsyncLocalStorage();
// @astrocache
function f() { return als.getStore(); }
console.log("async context:", als.run(1, f), als.run(2, f));
