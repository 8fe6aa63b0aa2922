/** Writes any value into the sink of a session. Runs no code of the value: no getter, no trap, no `toJSON`. */
import { writeArray } from "./arrays.ts";
import { writeGlobal, writeName } from "./functions.ts";
import { prototypeName } from "./intrinsics.ts";
import { kindOf } from "./kind.ts";
import { writeObject } from "./objects.ts";
import { getPrototypeOf, isExtensible } from "./primordials.ts";
import { writeProperties, writeSymbol } from "./properties.ts";
import type { Omission } from "./plan.ts";
import { HERE, MAX_DEPTH, type Session } from "./session.ts";
import { Tag } from "./tags.ts";

const objectPrototype = Object.prototype;
const arrayPrototype = Array.prototype;

export function writeValue(s: Session, value: unknown, omit?: Omission): void {
  switch (typeof value) {
    case "string":
      return s.sink.text(value);
    case "number":
      return writeNumber(s, value);
    case "boolean":
      return s.sink.byte(value ? Tag.true : Tag.false);
    case "undefined":
      return s.sink.byte(Tag.undefined);
    case "bigint":
      return writeBigInt(s, value);
    case "symbol":
      return writeSymbol(s, value);
    default:
      return value === null ? s.sink.byte(Tag.null) : writeReference(s, value as object, omit);
  }
}

/** The bodies that were too deep to be written in their place. */
export function writePostponed(s: Session): void {
  // The list grows while it is walked.
  for (const { object, trail, omit } of s.postponed) {
    s.base = trail;
    s.depth = 0;
    writeBody(s, object, omit);
  }
  s.postponed.length = 0;
  s.base = undefined;
}

function writeNumber(s: Session, value: number): void {
  if ((value | 0) === value && (value !== 0 || 1 / value > 0)) s.sink.int32(Tag.int32, value);
  else if (value !== value) s.sink.byte(Tag.nan);
  else s.sink.double(Tag.double, value);
}

function writeBigInt(s: Session, value: bigint): void {
  s.sink.byte(Tag.bigint);
  s.sink.text(value.toString(16));
}

function writeReference(s: Session, object: object, omit: Omission | undefined): void {
  if (!s.visit(object, omit)) return;
  if (s.depth < MAX_DEPTH) return writeBody(s, object, omit);
  s.sink.byte(Tag.postponed);
  s.postponed.push({ object, trail: { before: s.base, steps: s.path.slice(0, s.depth) }, omit });
}

function writeBody(s: Session, object: object, omit: Omission | undefined): void {
  const kind = kindOf(object);
  const builtin = s.group.namesPrototypes ? prototypeName(object) : undefined;
  if (builtin !== undefined) return writeName(s, `${builtin}.prototype`);
  if (kind === "proxy") s.refuseCode("getter-input", "proxy");
  s.path[s.depth++] = HERE;
  const prototype: unknown = getPrototypeOf(object);
  if (kind === "ordinary" && prototype === objectPrototype) writePlain(s, object, omit);
  else if (kind === "array" && prototype === arrayPrototype && isExtensible(object))
    writeArray(s, object as unknown[], omit);
  else writeObject(s, object, kind, prototype as object | null, omit);
  s.depth--;
}

function writePlain(s: Session, object: object, omit: Omission | undefined): void {
  // Their members differ from one version of Node to another.
  if (object === JSON || object === Reflect || object === Atomics) return writeGlobal(s, object);
  if (!isExtensible(object)) s.sink.byte(Tag.sealedIn);
  s.sink.byte(Tag.ordinary);
  writeProperties(s, object, omit);
}
