import { types } from "node:util";
import { PROMISE_HOOK_KEYS } from "../node-facts.ts";

/** A promise that nothing was added to: one made anew from its value cannot be told from it. */
export function isPlainPromise(value: unknown): value is Promise<unknown> {
  return (
    types.isPromise(value) &&
    Object.getPrototypeOf(value) === Promise.prototype &&
    Reflect.ownKeys(value).every(isOfNode)
  );
}

function isOfNode(key: PropertyKey): boolean {
  return typeof key === "symbol" && PROMISE_HOOK_KEYS.has(key.description ?? "");
}
