import { types } from "node:util";
import type { CodeIdentity } from "../call/link.ts";
import { writeClassFunction } from "./functions.ts";
import { classOf, className, foreignName, intrinsicName, isIteratorPrototype } from "./intrinsics.ts";
import { functionText, getPrototypeOf } from "./primordials.ts";
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
  if (foreign === undefined) refuseClass(s, prototype, constructor);
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
  if (identity.hasPrivateState === true && !s.coversPrivateState(identity))
    s.refuseCode("private-state", `class instance ${className(prototype)}`);
  s.sink.byte(Tag.protoClass);
  if (!s.visit(prototype, undefined)) return;
  writeClassFunction(s, constructor, identity);
  writePrototype(s, getPrototypeOf(prototype) as object | null);
}

function refuseClass(s: Session, prototype: object, constructor: Function): never {
  if (functionText(constructor).endsWith("{ [native code] }")) s.refuse(className(prototype));
  s.refuseCode("class-untracked", `class instance ${className(prototype)}`);
}
