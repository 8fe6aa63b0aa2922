import { globalName } from "../key/globals.ts";
import { kindOf } from "../key/kind.ts";
import {
  descriptorOf,
  getOwnPropertyNames,
  getOwnPropertySymbols,
  getPrototypeOf,
  isArray,
  isExtensible,
} from "../key/primordials.ts";

/** Objects of one value; past that it is decoded each time. */
const MOST_OBJECTS = 200;

interface Part {
  readonly value: object;
  /** What holds other objects, under their keys. */
  readonly inner: readonly { readonly key: string; readonly part: Part }[];
}

/**
 * Copies a value that nobody else has, again and again: several times faster than to decode its bytes. Undefined where a copy of
 * members would not be a faithful one: only primitives and trees of ordinary objects and arrays, all of whose properties are
 * ordinary data.
 */
export function plainCopier(value: unknown): (() => unknown) | undefined {
  if (typeof value !== "object" || value === null) return typeof value === "function" ? undefined : () => value;
  const part = partOf(value, new Set());
  return part && (() => copyOf(part));
}

function partOf(value: object, seen: Set<object>): Part | undefined {
  if (seen.has(value) || seen.size >= MOST_OBJECTS || !isPlain(value)) return undefined;
  seen.add(value);
  const inner: { key: string; part: Part }[] = [];
  for (const key of getOwnPropertyNames(value)) {
    const descriptor = descriptorOf(value, key);
    if (descriptor === undefined || !isOrdinary(descriptor, key, value)) return undefined;
    const member: unknown = descriptor.value;
    if (typeof member === "function") return undefined;
    if (typeof member !== "object" || member === null) continue;
    const part = partOf(member, seen);
    if (part === undefined) return undefined;
    inner.push({ key, part });
  }
  return { value, inner };
}

function isPlain(value: object): boolean {
  const kind = kindOf(value);
  const prototype = kind === "array" ? Array.prototype : kind === "ordinary" ? Object.prototype : undefined;
  if (prototype === undefined || getPrototypeOf(value) !== prototype || !isExtensible(value)) return false;
  if (getOwnPropertySymbols(value).length > 0 || globalName(value) !== undefined) return false;
  // Without holes and further properties, so that the elements and `length` are all.
  return !isArray(value) || getOwnPropertyNames(value).length === value.length + 1;
}

function isOrdinary({ writable, enumerable, configurable }: PropertyDescriptor, key: string, holder: object): boolean {
  if (isArray(holder) && key === "length") return writable === true;
  return (
    writable === true && enumerable === true && configurable === true && key !== "__proto__" && isDense(key, holder)
  );
}

/** An array with as many properties as elements may still have a hole and a name. */
function isDense(key: string, holder: object): boolean {
  return !isArray(holder) || (/^\d+$/.test(key) && Number(key) < holder.length);
}

function copyOf({ value, inner }: Part): object {
  const copy = isArray(value) ? copyElements(value) : { ...value };
  for (const { key, part } of inner) (copy as Record<string, unknown>)[key] = copyOf(part);
  return copy;
}

function copyElements(array: readonly unknown[]): unknown[] {
  const copy: unknown[] = [];
  for (let i = 0; i < array.length; i++) copy[i] = array[i];
  return copy;
}
