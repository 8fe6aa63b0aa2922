import { current, use } from "./mode.ts";

// @astrocache
export function run(): string {
  console.error("ran run");
  return current();
}
const seen = [run()];
use("slow");
seen.push(run());
use("fast");
seen.push(run());
console.log(...seen);
