import { writeFunction } from "./functions.ts";
import { classOf, className, foreignName, intrinsicName } from "./intrinsics.ts";
import { functionText, getPrototypeOf } from "./primordials.ts";
import { HERE, type Session } from "./session.ts";
import { Tag } from "./tags.ts";
import { writeValue } from "./values.ts";

/** Writes what a prototype is: nothing, a builtin, a class by its code and its own prototype, or a plain object by its value. */
export function writePrototype(s: Session, prototype: object | null): void {
  if (prototype === null) return s.sink.byte(Tag.protoNull);
  const name = intrinsicName(prototype);
  if (name !== undefined) return writeNamed(s, Tag.protoIntrinsic, name);
  const constructor = classOf(prototype);
  if (constructor === undefined) return writePlainPrototype(s, prototype);
  const foreign = foreignName(prototype);
  if (foreign !== undefined) return writeNamed(s, Tag.protoForeign, foreign);
  writeClass(s, prototype, constructor);
}

function writeNamed(s: Session, tag: number, name: string): void {
  s.sink.byte(tag);
  s.sink.text(name);
}

function writePlainPrototype(s: Session, prototype: object): void {
  s.sink.byte(Tag.protoObject);
  s.path[s.depth - 1] = { label: "<prototype>" };
  writeValue(s, prototype);
  s.path[s.depth - 1] = HERE;
}

function writeClass(s: Session, prototype: object, constructor: Function): void {
  const identity = s.context.identify(constructor);
  if (identity === undefined) s.refuseCode("class-untracked", describe(prototype, constructor));
  if (identity.hasPrivateState === true && !s.coverPrivateState()) s.refuseCode("private-state", describe(prototype, constructor));
  s.sink.byte(Tag.protoClass);
  if (!s.visit(prototype, undefined)) return;
  writeFunction(s, constructor, identity);
  writePrototype(s, getPrototypeOf(prototype) as object | null);
}

function describe(prototype: object, constructor: Function): string {
  return functionText(constructor).endsWith("{ [native code] }") ? `builtin ${className(prototype)}` : `class instance ${className(prototype)}`;
}
