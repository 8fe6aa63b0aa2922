import { AsyncLocalStorage } from "node:async_hooks";

const storage = new AsyncLocalStorage();
// @astrocache
function later(x) {
  console.error("ran later");
  return Promise.resolve(x).then((y) => ({ y }));
}
// @astrocache
function marked(x) {
  console.error("ran marked");
  return Object.assign(Promise.resolve(x), { [Symbol("mine")]: 1 });
}
await storage.run({ user: 1 }, async () => {
  console.log(await later(1), await later(1), storage.getStore());
  console.log(await marked(1));
});
console.log(await later(1));
