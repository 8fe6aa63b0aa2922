import { types } from "node:util";
import type { CodeIdentity } from "../call/link.ts";
import { globalName } from "./globals.ts";
import { descriptorOf, ownKeys } from "./primordials.ts";
import { writeProperty } from "./properties.ts";
import type { Segment } from "./path.ts";
import { HERE, type Session } from "./session.ts";
import { Tag } from "./tags.ts";

const { isProxy } = types;

/** Writes a function that was visited: its code, what it captured, and its own properties. */
export function writeFunctionBody(s: Session, fn: Function): void {
  const identity = s.context.identify(fn);
  if (identity === undefined && globalName(fn) !== undefined) return writeGlobal(s, fn);
  if (identity === undefined) s.refuseCode("closure-captures-unknown", `function ${nameOf(fn)}`.trim());
  writeIdentity(s, fn, identity, false);
}

/** Writes a builtin by its global name. */
export function writeGlobal(s: Session, object: object): void {
  writeName(s, globalName(object) ?? s.refuse("builtin"));
}

export function writeName(s: Session, name: string): void {
  s.sink.byte(Tag.global);
  s.sink.text(name);
}

const CLASS: Segment = { label: "<class>" };

/** Writes the class of an instance that was found. */
export function writeClassFunction(s: Session, fn: Function, identity: CodeIdentity): void {
  if (!s.visit(fn, undefined)) return;
  s.path[s.depth - 1] = CLASS;
  writeIdentity(s, fn, identity, true);
  s.path[s.depth - 1] = HERE;
}

function writeIdentity(s: Session, fn: Function, { digest, captured }: CodeIdentity, ofInstance: boolean): void {
  s.sink.byte(Tag.function);
  s.sink.text(digest);
  s.sink.size(captured.length);
  s.depth++;
  for (let i = 0; i < captured.length; i++) {
    s.path[s.depth - 1] = { label: `<capture ${i}>` };
    s.value(captured[i]);
  }
  writeOwnProperties(s, fn, ofInstance);
  const prototype: unknown = descriptorOf(fn, "prototype")?.value;
  if (typeof prototype === "object" && prototype !== null) writeClassData(s, prototype);
  else s.sink.byte(Tag.end);
  s.depth--;
}

/** Methods and accessors are code, which the digest covers; data may have been put there at any time. */
function writeClassData(s: Session, prototype: object): void {
  if (isProxy(prototype)) s.refuseCode("getter-input", "prototype that is a proxy");
  for (const key of ownKeys(prototype)) {
    const descriptor = descriptorOf(prototype, key);
    if (key !== "constructor" && descriptor?.writable !== undefined && typeof descriptor.value !== "function")
      writeProperty(s, prototype, key, undefined);
  }
  s.sink.byte(Tag.end);
}

/** `name` and `length` can be seen; static methods and the prototype are code, which the digest covers. */
function writeOwnProperties(s: Session, fn: Function, ofInstance: boolean): void {
  const isClass = descriptorOf(fn, "prototype")?.writable === false;
  for (const key of ownKeys(fn)) {
    if (key === "prototype" || key === "arguments" || key === "caller") continue;
    const descriptor = descriptorOf(fn, key);
    const isMember =
      descriptor?.enumerable === false && (descriptor.writable === undefined || typeof descriptor.value === "function");
    if (!(isClass && isMember) && !(ofInstance && isUnknownFunction(s, descriptor)))
      writeProperty(s, fn, key, undefined);
  }
  s.sink.byte(Tag.end);
}

/** `Old.create = function () {}` is a static method, too. */
function isUnknownFunction(s: Session, descriptor: PropertyDescriptor | undefined): boolean {
  const value: unknown = descriptor?.value;
  return typeof value === "function" && !isProxy(value) && s.context.identify(value) === undefined;
}

function nameOf(fn: Function): string {
  const name: unknown = descriptorOf(fn, "name")?.value;
  return typeof name === "string" ? name : "";
}
