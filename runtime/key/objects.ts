import { writeArray } from "./arrays.ts";
import { writeContent } from "./contents.ts";
import { writeFunctionBody } from "./functions.ts";
import { className, intrinsicName } from "./intrinsics.ts";
import type { Kind } from "./kind.ts";
import { getPrototypeOf, isExtensible } from "./primordials.ts";
import { platformWriter } from "./platform.ts";
import { writeProperties } from "./properties.ts";
import { writePrototype } from "./prototypes.ts";
import type { Omission, Session } from "./session.ts";
import { Tag } from "./tags.ts";

/** Writes an object that is no plain object or array: whether it is extensible, its prototype, content and properties. */
export function writeObject(s: Session, object: object, kind: Exclude<Kind, "proxy">, prototype: object | null, omit: Omission | undefined): void {
  if (kind === "opaque") s.refuse(className(object));
  if (!isExtensible(object)) s.sink.byte(Tag.sealedIn);
  if (kind === "function") return writeFunctionBody(s, object as Function);
  s.sink.byte(Tag.prototype);
  writePrototype(s, prototype);
  if (kind === "array") return writeArray(s, object as unknown[], omit);
  if (kind === "error" && baseName(prototype) === "DOMException") s.refuse("DOMException");
  if (kind !== "ordinary") return writeContent(s, object, kind, omit);
  const writer = platformWriter(baseName(prototype));
  if (writer !== undefined) return writer(s, object);
  s.sink.byte(Tag.ordinary);
  writeProperties(s, object, omit);
}

/** The nearest builtin that an object inherits from. */
function baseName(start: object | null): string | undefined {
  for (let prototype = start; prototype !== null; prototype = getPrototypeOf(prototype) as object | null) {
    const name = intrinsicName(prototype);
    if (name !== undefined) return name;
  }
  return undefined;
}
