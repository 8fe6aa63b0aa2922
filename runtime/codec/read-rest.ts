/** Fills an object with its elements, entries and own properties. */
import { DecodeError } from "./decode-error.ts";
import { define } from "./define.ts";
import { readSymbol } from "./read-symbol.ts";
import type { Reader, Started } from "./reader.ts";
import { Tag } from "./tags.ts";

export function readRest(r: Reader, { object, kind, sealedIn, length }: Started): void {
  if (kind === Tag.array) readElements(r, object as unknown[], length);
  else if (kind === Tag.map) readMap(r, object as Map<unknown, unknown>);
  else if (kind === Tag.set) readSet(r, object as Set<unknown>);
  while (r.in.peek() !== Tag.end) readProperty(r, object, kind);
  r.in.byte();
  if (sealedIn) Object.preventExtensions(object);
}

function readElements(r: Reader, array: unknown[], length: number): void {
  for (let i = 0; i < length;) {
    const tag = r.in.peek();
    if (tag === Tag.holes) {
      r.in.byte();
      const run = r.in.size();
      if (run === 0 || i + run > length) throw new DecodeError("a run of holes is too long");
      i += run;
    } else {
      if (tag === Tag.flags) defineRead(array, String(i), readFlags(r), r.value());
      else array[i] = r.value();
      i++;
    }
  }
  if (array.length !== length) array.length = length;
}

function readMap(r: Reader, map: Map<unknown, unknown>): void {
  for (let count = r.in.count(); count > 0; count--) Map.prototype.set.call(map, r.value(), r.value());
}

function readSet(r: Reader, set: Set<unknown>): void {
  for (let count = r.in.count(); count > 0; count--) Set.prototype.add.call(set, r.value());
}

function readProperty(r: Reader, object: object, kind: number): void {
  let tag = r.in.byte();
  const flags = tag === Tag.flags ? r.in.byte() : 7;
  if (tag === Tag.flags) tag = r.in.byte();
  if (tag === Tag.stack) readStack(r, object, kind, flags);
  else defineRead(object, readKey(r, tag), flags, r.value());
}

function readKey(r: Reader, tag: number): string | symbol {
  return tag === Tag.registeredSymbol || tag === Tag.wellKnownSymbol ? readSymbol(r, tag) : r.in.text(tag);
}

function readStack(r: Reader, error: object, kind: number, flags: number): void {
  if ((kind !== Tag.error && kind !== Tag.domException) || !Object.hasOwn(error, "stack"))
    throw new DecodeError("a stack without an error");
  // By assignment: from Node 22 on `stack` is an accessor of the engine, and stays one.
  Reflect.set(error, "stack", r.value());
  if (flags !== 7)
    Reflect.defineProperty(error, "stack", { enumerable: (flags & 2) !== 0, configurable: (flags & 4) !== 0 });
}

function readFlags(r: Reader): number {
  r.in.byte();
  return r.in.byte();
}

function defineRead(object: object, key: string | symbol, flags: number, value: unknown): void {
  if (!define(object, key, value, flags)) throw new DecodeError("a property cannot be defined");
}
