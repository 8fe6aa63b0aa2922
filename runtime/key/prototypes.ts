import { types } from "node:util";
import type { CodeIdentity } from "../call/link.ts";
import { writeFunction } from "./functions.ts";
import { classOf, className, foreignName, intrinsicName, isIteratorPrototype } from "./intrinsics.ts";
import { descriptorOf, functionText, getPrototypeOf, ownKeys } from "./primordials.ts";
import { writeProperty } from "./properties.ts";
import { HERE, type Session } from "./session.ts";
import { Tag } from "./tags.ts";

const { isProxy } = types;

/** Writes what a prototype is: nothing, a builtin, a class by its code and its own prototype, or a plain object by its value. */
export function writePrototype(s: Session, prototype: object | null): void {
  if (prototype === null) return s.sink.byte(Tag.protoNull);
  if (isProxy(prototype)) s.refuseCode("getter-input", "prototype that is a proxy");
  const name = intrinsicName(prototype);
  if (name !== undefined) return writeNamed(s, Tag.protoIntrinsic, name);
  const constructor = classOf(prototype);
  if (isIteratorPrototype(prototype)) s.refuse("iterator of a builtin");
  if (constructor === undefined) return writePlainPrototype(s, prototype);
  const identity = s.context.identify(constructor);
  if (identity !== undefined) return writeClass(s, prototype, constructor, identity);
  const foreign = foreignName(prototype);
  if (foreign === undefined) s.refuseCode("class-untracked", describe(prototype, constructor));
  writeNamed(s, Tag.protoForeign, foreign);
}

function writeNamed(s: Session, tag: number, name: string): void {
  s.sink.byte(tag);
  s.sink.text(name);
}

function writePlainPrototype(s: Session, prototype: object): void {
  s.sink.byte(Tag.protoObject);
  s.path[s.depth - 1] = { label: "<prototype>" };
  s.value(prototype);
  s.path[s.depth - 1] = HERE;
}

function writeClass(s: Session, prototype: object, constructor: Function, identity: CodeIdentity): void {
  if (identity.hasPrivateState === true && !s.coverPrivateState())
    s.refuseCode("private-state", describe(prototype, constructor));
  s.sink.byte(Tag.protoClass);
  if (!s.visit(prototype, undefined)) return;
  writeFunction(s, constructor, identity);
  writeClassData(s, prototype);
  writePrototype(s, getPrototypeOf(prototype) as object | null);
}

/** Methods and accessors are code, which the digest covers; data may have been put there at any time. */
function writeClassData(s: Session, prototype: object): void {
  for (const key of ownKeys(prototype)) {
    const descriptor = descriptorOf(prototype, key);
    if (key !== "constructor" && descriptor?.writable !== undefined && typeof descriptor.value !== "function")
      writeProperty(s, prototype, key, undefined);
  }
  s.sink.byte(Tag.end);
}

function describe(prototype: object, constructor: Function): string {
  return functionText(constructor).endsWith("{ [native code] }")
    ? `builtin ${className(prototype)}`
    : `class instance ${className(prototype)}`;
}
