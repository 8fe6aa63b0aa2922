import { intrinsicName, intrinsicPrototype } from "../key/intrinsics.ts";
import type { Kind } from "../key/kind.ts";
import { getPrototypeOf, viewParts } from "../key/primordials.ts";

const usual: Partial<Record<Kind, object>> = {
  ordinary: Object.prototype, array: Array.prototype, map: Map.prototype, set: Set.prototype, date: Date.prototype, regexp: RegExp.prototype, error: Error.prototype,
  buffer: ArrayBuffer.prototype, number: Number.prototype, string: String.prototype, boolean: Boolean.prototype, bigint: BigInt.prototype,
  symbol: Symbol.prototype,
};

/** The prototype that the reader gives an object of that kind unless another one is written. */
export function usualPrototype(object: object, kind: Kind): object | undefined {
  if (kind === "view") return getPrototypeOf(object) === Buffer.prototype ? Buffer.prototype : intrinsicPrototype(viewParts(object)?.name ?? "DataView");
  if (kind !== "ordinary") return usual[kind];
  const base = baseIntrinsic(getPrototypeOf(object) as object | null);
  return base !== undefined && isPlatform(base) ? intrinsicPrototype(base) : Object.prototype;
}

/** Whether objects that inherit from that builtin are made by their own tag. */
export function isPlatform(name: string): boolean {
  return name === "URL" || name === "URLSearchParams" || name === "Headers" || name.startsWith("Temporal.");
}

/** The nearest builtin that an object with this prototype inherits from. */
export function baseIntrinsic(start: object | null): string | undefined {
  for (let prototype = start; prototype !== null; prototype = getPrototypeOf(prototype) as object | null) {
    const name = intrinsicName(prototype);
    if (name !== undefined) return name;
  }
  return undefined;
}
