import { isIndex } from "../key/extras.ts";
import { descriptorOf, ownKeys } from "../key/primordials.ts";
import { Tag } from "./tags.ts";
import { writeFlags } from "./write-property.ts";
import type { Writer } from "./writer.ts";

/** After so many holes in a row the rest is found by the list of keys: an array of length 5e7 may hold one element. */
const PATIENCE = 256;

/** Writes the elements of an array and runs of its holes. */
export function writeElements(w: Writer, array: readonly unknown[]): void {
  const { length } = array;
  let holes = 0;
  for (let i = 0; i < length; i++) {
    const descriptor = descriptorOf(array, i);
    if (descriptor !== undefined) {
      if (holes > 0) writeHoles(w, holes);
      holes = 0;
      writeElement(w, descriptor, i);
    } else if (++holes === PATIENCE) return writeSparse(w, array, i + 1 - holes);
  }
  if (holes > 0) writeHoles(w, holes);
}

function writeSparse(w: Writer, array: readonly unknown[], start: number): void {
  let next = start;
  for (const key of ownKeys(array)) {
    if (!isIndex(key)) break; // Indices come first, in ascending order (OrdinaryOwnPropertyKeys).
    const index = Number(key);
    if (index < next) continue;
    if (index > next) writeHoles(w, index - next);
    writeElement(w, descriptorOf(array, index) as PropertyDescriptor, index);
    next = index + 1;
  }
  if (next < array.length) writeHoles(w, array.length - next);
}

function writeElement(w: Writer, descriptor: PropertyDescriptor, index: number): void {
  w.step(index);
  if (descriptor.writable === undefined) w.refuse("value-getter", "getter");
  writeFlags(w, descriptor);
  w.value(descriptor.value);
}

function writeHoles(w: Writer, count: number): void {
  w.out.byte(Tag.holes);
  w.out.size(count);
}
