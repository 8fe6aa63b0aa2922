import type { Accessors } from "../../runtime/call/site.ts";
import type { ModuleOutline, OutlinedMember } from "./module-outline.ts";

/** Where a function or class value comes from. */
export type CodeOrigin =
  | { readonly kind: "binding"; readonly url: string; readonly name: string }
  | {
      readonly kind: "function";
      readonly url: string;
      readonly index: number;
      readonly captures: (() => readonly unknown[]) | undefined;
    };

/**
 * Knows function and class values by their identity: those that module-level names hold when their module has loaded,
 * members of object literals at module level, and those marked where they were made. Never by their text.
 */
export class CodeValues {
  readonly #origins = new WeakMap<Function, CodeOrigin>();
  /** Functions by the prototype of what they make. */
  readonly #makers = new WeakMap<object, Function>();

  origin(fn: Function): CodeOrigin | undefined {
    return this.#origins.get(fn);
  }

  /** The function at module level whose property `prototype` this is. */
  makerOf(prototype: object): Function | undefined {
    const maker = this.#makers.get(prototype);
    return maker !== undefined && prototypeOf(maker) === prototype ? maker : undefined;
  }

  mark(fn: Function, origin: CodeOrigin): void {
    if (!this.#origins.has(fn)) this.#origins.set(fn, origin);
  }

  /** Learns what the names of a module hold; names that are not initialized yet are left for a later time. */
  addModule(url: string, { names }: ModuleOutline, accessors: Accessors): void {
    for (const { name, reassigned, members } of names) {
      if (reassigned === true || !Object.hasOwn(accessors, name)) continue;
      const value = readIfReady(accessors[name]);
      if (members !== undefined) this.#addMembers(url, members, value);
      else if (typeof value === "function") this.#addCode(value, { kind: "binding", url, name });
    }
  }

  #addCode(fn: Function, origin: CodeOrigin): void {
    this.mark(fn, origin);
    const prototype = prototypeOf(fn);
    if (prototype !== undefined) this.#makers.set(prototype, fn);
  }

  #addMembers(url: string, members: readonly OutlinedMember[], value: unknown): void {
    for (const { path, index } of members) {
      const member = memberAt(value, path);
      if (typeof member === "function") this.mark(member, { kind: "function", url, index, captures: undefined });
    }
  }
}

/** Runs no getter. */
function prototypeOf(fn: Function): object | undefined {
  const prototype: unknown = Object.getOwnPropertyDescriptor(fn, "prototype")?.value;
  return typeof prototype === "object" && prototype !== null ? prototype : undefined;
}

/** Runs no getter. */
function memberAt(root: unknown, path: readonly string[]): unknown {
  let value: unknown = root;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  return value;
}

function readIfReady(accessor: (() => unknown) | undefined): unknown {
  try {
    return accessor?.();
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}
