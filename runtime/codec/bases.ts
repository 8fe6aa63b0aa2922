import { baseIntrinsic, intrinsicPrototype } from "../key/intrinsics.ts";
import type { Kind } from "../key/kind.ts";
import { getPrototypeOf, viewParts } from "../key/primordials.ts";
import { isPlatform } from "./write-platform.ts";

const usual: Partial<Record<Kind, object>> = {
  ordinary: Object.prototype,
  array: Array.prototype,
  map: Map.prototype,
  set: Set.prototype,
  date: Date.prototype,
  regexp: RegExp.prototype,
  error: Error.prototype,
  buffer: ArrayBuffer.prototype,
  number: Number.prototype,
  string: String.prototype,
  boolean: Boolean.prototype,
  bigint: BigInt.prototype,
  symbol: Symbol.prototype,
};

/** The prototype that the reader gives an object of that kind unless another one is written. */
export function usualPrototype(object: object, kind: Kind): object | undefined {
  if (kind === "view")
    return getPrototypeOf(object) === Buffer.prototype
      ? Buffer.prototype
      : intrinsicPrototype(viewParts(object)?.name ?? "DataView");
  const platform = platformBase(object, kind);
  return platform === undefined ? usual[kind] : intrinsicPrototype(platform);
}

/** The builtin of Node or the web that an object is made by; undefined for all others. A DOMException is an error by brand from Node 22 on. */
export function platformBase(object: object, kind: Kind): string | undefined {
  if (kind !== "ordinary" && kind !== "error") return undefined;
  const base = baseIntrinsic(getPrototypeOf(object) as object | null);
  return base !== undefined && isPlatform(base) ? base : undefined;
}

/** Whether the reader makes it with a `stack`. */
export function isError(object: object, kind: Kind): boolean {
  return kind === "error" || (kind === "ordinary" && platformBase(object, kind) === "DOMException");
}
