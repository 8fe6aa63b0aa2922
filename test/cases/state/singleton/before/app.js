import { client } from "./client.js";
// @astrocache
function f() {
  console.error("ran f");
  return client.get();
}
const seen = [f()];
client.rate = 2;
seen.push(f());
client.rate = 1;
seen.push(f());
console.log(...seen);
