import { extraKeysOfArray, isIndex } from "./extras.ts";
import { descriptorOf, ownKeys } from "./primordials.ts";
import { writeFlags, writeNamed } from "./properties.ts";
import type { Omission } from "./plan.ts";
import type { Session } from "./session.ts";
import { Tag } from "./tags.ts";

/** After so many holes in a row the rest is found by the list of keys: an array of length 5e7 may hold one element. */
const PATIENCE = 256;

/** Writes the content of an array: its length, elements and runs of holes, then its other properties. */
export function writeArray(s: Session, array: readonly unknown[], omit: Omission | undefined): void {
  if (descriptorOf(array, "length")?.writable === false) s.sink.byte(Tag.fixedLength);
  s.sink.byte(Tag.array);
  s.sink.size(array.length);
  writeElements(s, array, omit);
  writeNamed(s, array, extraKeysOfArray(array), omit);
}

function writeElements(s: Session, array: readonly unknown[], omit: Omission | undefined): void {
  const { length } = array;
  let holes = 0;
  for (let i = 0; i < length; i++) {
    const descriptor = descriptorOf(array, i);
    if (descriptor !== undefined) {
      if (holes > 0) writeHoles(s, holes);
      holes = 0;
      writeElement(s, descriptor, i, omit);
    } else if (++holes === PATIENCE) return writeSparse(s, array, i + 1 - holes, omit);
  }
  if (holes > 0) writeHoles(s, holes);
}

/** The same bytes as `writeElements` writes from `start` on. */
function writeSparse(s: Session, array: readonly unknown[], start: number, omit: Omission | undefined): void {
  let next = start;
  for (const key of ownKeys(array)) {
    if (!isIndex(key)) break; // Indices come first, in ascending order (OrdinaryOwnPropertyKeys).
    const index = Number(key);
    if (index < next) continue;
    if (index > next) writeHoles(s, index - next);
    writeElement(s, descriptorOf(array, index) as PropertyDescriptor, index, omit);
    next = index + 1;
  }
  if (next < array.length) writeHoles(s, array.length - next);
}

function writeElement(s: Session, descriptor: PropertyDescriptor, index: number, omit: Omission | undefined): void {
  const { writable, enumerable, configurable } = descriptor;
  s.path[s.depth - 1] = index;
  const below = omit?.get(String(index));
  if (below === true) {
    s.leaveOut(descriptor.value);
    return s.sink.byte(Tag.omitted);
  }
  if (writable === undefined) s.refuseCode("getter-input", "getter");
  if (!writable || enumerable !== true || configurable !== true) writeFlags(s, descriptor);
  s.value(descriptor.value, below);
}

function writeHoles(s: Session, count: number): void {
  s.sink.byte(Tag.holes);
  s.sink.size(count);
}
