import type { NativeStack } from "../key/errors.ts";
import { descriptorOf, symbolDescription, symbolKeyFor } from "../key/primordials.ts";
import { wellKnownSymbolName } from "../key/symbols.ts";
import { Tag } from "./tags.ts";
import type { Writer } from "./writer.ts";

export function writeProperty(w: Writer, object: object, key: string | symbol): void {
  w.step(key);
  const descriptor = descriptorOf(object, key) as PropertyDescriptor;
  if (descriptor.writable === undefined) w.refuse("value-getter", descriptor.get === undefined ? "setter" : "getter");
  writeFlags(w, descriptor);
  if (typeof key === "string") w.out.text(key);
  else writeSymbol(w, key);
  w.value(descriptor.value);
}

/** Writes the `stack` that the engine made. */
export function writeStack(w: Writer, stack: NativeStack): void {
  w.step("stack");
  if (!stack.isUsual) writeFlags(w, stack);
  w.out.byte(Tag.stack);
  w.value(stack.value);
}

/** The attributes of a property or element, where they are not all true. */
export function writeFlags(w: Writer, { writable, enumerable, configurable }: PropertyDescriptor): void {
  if (writable === true && enumerable === true && configurable === true) return;
  w.out.byte(Tag.flags);
  w.out.byte((writable === true ? 1 : 0) | (enumerable === true ? 2 : 0) | (configurable === true ? 4 : 0));
}

export function writeSymbol(w: Writer, symbol: symbol): void {
  const registered = symbolKeyFor(symbol);
  const name = registered ?? wellKnownSymbolName(symbol);
  if (name === undefined) w.refuse("value-opaque", `symbol ${symbolDescription(symbol) ?? ""}`.trim());
  w.out.byte(registered === undefined ? Tag.wellKnownSymbol : Tag.registeredSymbol);
  w.out.text(name);
}
