import { setTimeout } from "node:timers/promises";

// @astrocache
async function load(id) {
  console.error("ran load");
  await setTimeout(20);
  return { id };
}
// @astrocache
async function fail() {
  console.error("ran fail");
  await setTimeout(20);
  throw new Error("no");
}
const all = await Promise.all([load(1), load(1), load(1), load(2)]);
console.log(all.slice(0, 3).map(({ id }) => id), all[0] === all[1]);
const failed = await Promise.allSettled([fail(), fail()]);
console.log(failed.map(({ reason }) => reason.message));
