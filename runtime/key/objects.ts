import { writeArray } from "./arrays.ts";
import { writeContent } from "./contents.ts";
import { writeFunctionBody } from "./functions.ts";
import { baseIntrinsic, className } from "./intrinsics.ts";
import type { Kind } from "./kind.ts";
import { isExtensible } from "./primordials.ts";
import { writePlatform } from "./platform.ts";
import { writeProperties } from "./properties.ts";
import { writePrototype } from "./prototypes.ts";
import type { Omission } from "./plan.ts";
import type { Session } from "./session.ts";
import { Tag } from "./tags.ts";

/** Writes an object that is no plain object or array: whether it is extensible, its prototype, content and properties. */
export function writeObject(
  s: Session,
  object: object,
  kind: Exclude<Kind, "proxy">,
  prototype: object | null,
  omit: Omission | undefined,
): void {
  if (kind === "opaque") s.refuse(className(object));
  if (!isExtensible(object)) s.sink.byte(Tag.sealedIn);
  if (kind === "function") return writeFunctionBody(s, object as Function);
  s.sink.byte(Tag.prototype);
  writePrototype(s, prototype);
  if (kind === "array") return writeArray(s, object as unknown[], omit);
  // A DOMException is an error by brand from Node 22 on.
  if ((kind === "ordinary" || kind === "error") && writePlatform(s, object, baseIntrinsic(prototype), omit)) return;
  if (kind !== "ordinary") return writeContent(s, object, kind, omit);
  s.sink.byte(Tag.ordinary);
  writeProperties(s, object, omit);
}
