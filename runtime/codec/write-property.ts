import { nativeStack } from "../key/errors.ts";
import type { Kind } from "../key/kind.ts";
import { descriptorOf, symbolDescription, symbolKeyFor } from "../key/primordials.ts";
import { wellKnownSymbolName } from "../key/symbols.ts";
import { Tag } from "./tags.ts";
import type { Writer } from "./writer.ts";

export function writeProperty(w: Writer, object: object, key: string | symbol, kind: Kind): void {
  w.step(key);
  const stack = key === "stack" && (kind === "error" || kind === "ordinary") ? nativeStack(object) : undefined;
  if (stack !== undefined) {
    if (!stack.isUsual) writeFlags(w, stack);
    w.out.byte(Tag.stack);
    return w.value(stack.value);
  }
  const descriptor = descriptorOf(object, key) as PropertyDescriptor;
  if (descriptor.writable === undefined) w.refuse("value-getter", descriptor.get === undefined ? "setter" : "getter");
  writeFlags(w, descriptor);
  if (typeof key === "string") w.out.text(key);
  else writeSymbol(w, key);
  w.value(descriptor.value);
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
