import { writeSync } from "node:fs";
import type { CallSite } from "../../runtime/call/site.ts";
import { HOST } from "../../runtime/call/site.ts";
import { readAll } from "../rewrite/pass-through.ts";

let calls = 0;

/** Reads the captures at the first call of each function: more would take most of the time. */
function newCallSite(): CallSite {
  const seen = new Set<number>();
  return (index, _parameters, body, _receiver, captures) => {
    calls++;
    if (!seen.has(index)) readAll(captures);
    seen.add(index);
    return body;
  };
}

// Runs every body as it is called, and says through a pipe of its own how many it ran.
Object.defineProperty(globalThis, HOST, {
  value: {
    attach: newCallSite,
    observe: () => undefined,
    mark: (_url: string, _hash: string, _index: number, fn: unknown) => fn,
  },
});
process.on("exit", () => writeSync(3, String(calls)));
