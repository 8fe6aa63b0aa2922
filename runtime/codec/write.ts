/** Writes any value, or throws a Refusal. Runs no code of the value. */
import { kindOf, type Kind } from "../key/kind.ts";
import {
  descriptorOf,
  getOwnPropertyNames,
  getOwnPropertySymbols,
  getPrototypeOf,
  isExtensible,
} from "../key/primordials.ts";
import { Tag } from "./tags.ts";
import { writeSymbol } from "./write-property.ts";
import { writeHead } from "./write-head.ts";
import { writeRest } from "./write-rest.ts";
import { MAX_DEPTH, type Shape, type Writer } from "./writer.ts";

const objectPrototype = Object.prototype;

export function writeValue(w: Writer, value: unknown): void {
  switch (typeof value) {
    case "string":
      return w.out.text(value);
    case "number":
      return writeNumber(w, value);
    case "boolean":
      return w.out.byte(value ? Tag.true : Tag.false);
    case "undefined":
      return w.out.byte(Tag.undefined);
    case "bigint":
      w.out.byte(Tag.bigint);
      return w.out.text(value.toString(16));
    case "symbol":
      return writeSymbol(w, value);
    default:
      return value === null ? w.out.byte(Tag.null) : writeObject(w, value as object);
  }
}

/** The contents that were too deep to be written in their place. */
export function writePostponed(w: Writer): void {
  // The list grows while it is walked.
  for (const { object, trail } of w.postponed) {
    w.base = trail;
    w.depth = 0;
    w.enter();
    writeRest(w, object, kindOf(object));
  }
}

function writeNumber(w: Writer, value: number): void {
  if ((value | 0) !== value || (value === 0 && 1 / value < 0)) return w.out.double(Tag.double, value);
  if (value < -128 || value > 127) return w.out.int32(Tag.int32, value);
  w.out.byte(Tag.int8);
  w.out.byte(value & 255);
}

function writeObject(w: Writer, object: object): void {
  if (!w.visit(object)) return;
  const kind = kindOf(object);
  if (w.depth >= MAX_DEPTH) return postpone(w, object, kind);
  w.enter();
  if (kind === "ordinary" && isRegular(object)) writePlain(w, object);
  else {
    if (writeHead(w, object, kind)) writeRest(w, object, kind);
  }
  w.depth--;
}

function postpone(w: Writer, object: object, kind: Kind): void {
  const trail = { before: w.base, steps: w.path.slice(0, w.depth) };
  w.out.byte(Tag.postponed);
  w.enter();
  if (writeHead(w, object, kind)) w.postponed.push({ object, trail });
  w.depth--;
}

/** An extensible object of `Object.prototype` that has but writable, enumerable, configurable data under strings. */
function isRegular(object: object): boolean {
  if (getPrototypeOf(object) !== objectPrototype || !isExtensible(object) || getOwnPropertySymbols(object).length > 0)
    return false;
  for (const name of getOwnPropertyNames(object)) {
    const { writable, enumerable, configurable } = descriptorOf(object, name) as PropertyDescriptor;
    if (writable !== true || enumerable !== true || configurable !== true) return false;
  }
  return true;
}

function writePlain(w: Writer, object: object): void {
  const keys = getOwnPropertyNames(object);
  writeShape(w, keys);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    w.step(key);
    writeValue(w, (object as Readonly<Record<string, unknown>>)[key]); // Known to be data.
  }
}

function writeShape(w: Writer, keys: readonly string[]): void {
  const first = keys[0] ?? "";
  const known = w.shapes.get(first);
  const shape = known?.find((one) => isSame(one.keys, keys));
  if (shape !== undefined) {
    w.out.byte(Tag.shaped);
    return w.out.size(shape.id);
  }
  const created: Shape = { id: w.shapeCount++, keys };
  if (known === undefined) w.shapes.set(first, [created]);
  else if (known.length < 32) known.push(created);
  w.out.byte(Tag.plain);
  w.out.size(keys.length);
  for (let i = 0; i < keys.length; i++) w.out.text(keys[i] as string);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
