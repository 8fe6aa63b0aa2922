import { types } from "node:util";
import { inertCalls } from "../../runtime/call/inert-calls.ts";
import type { Accessors, Host } from "../../runtime/call/site.ts";

/** Reads captured variables, as a key does. One that is not initialized yet throws, and a private field where `this` is no object. */
export function readAll(captures: (() => readonly unknown[]) | undefined): void {
  try {
    captures?.();
  } catch (error) {
    // By name, since an error may come from another realm.
    if (!types.isNativeError(error) || !["ReferenceError", "TypeError"].includes(error.name)) throw error;
  }
}

/** Runs every body as it is called, as the mode `bypass` does, and reads everything that the other modes read. */
export const passThrough: Host = {
  attach: () => (_index, _parameters, body, _receiver, captures) => {
    readAll(captures);
    return body;
  },
  observe: (_url, _textHash, accessors: Accessors) => {
    for (const read of Object.values(accessors)) readAll(() => [read()]);
  },
  wrap: (_wrapper, fn) => inertCalls(fn),
  scoped: (_scope, run) => run(),
  mark: (_url, _textHash, _index, fn, captures) => {
    readAll(captures);
    return fn;
  },
};
