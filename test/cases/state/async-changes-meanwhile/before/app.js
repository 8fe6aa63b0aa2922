import { setTimeout } from "node:timers/promises";

let tenant = "a";

// @astrocache
async function f() {
  console.error("ran f");
  const before = tenant;
  await setTimeout(20);
  return `${before}:${tenant}`;
}
const running = f();
tenant = "b";
console.log(await running);
console.log(await f());
