import type { Accessors } from "../../../runtime/call/site.ts";
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
    for (const { path, index, side } of members) {
      const member = side === undefined ? descriptorAt(value, path)?.value : accessorAt(value, path, side);
      if (typeof member === "function") this.mark(member, { kind: "function", url, index, captures: undefined });
    }
  }
}

/** Runs no getter. */
function prototypeOf(fn: Function): object | undefined {
  const prototype: unknown = Object.getOwnPropertyDescriptor(fn, "prototype")?.value;
  return typeof prototype === "object" && prototype !== null ? prototype : undefined;
}

/** The name of one of a pair ends with what it is: `size.get`. */
function accessorAt(root: unknown, path: readonly string[], side: "get" | "set"): unknown {
  const own = descriptorAt(root, path)?.[side];
  return own === undefined && path.at(-1) === side ? descriptorAt(root, path.slice(0, -1))?.[side] : own;
}

/** Runs no getter. */
function descriptorAt(root: unknown, path: readonly string[]): PropertyDescriptor | undefined {
  let found: PropertyDescriptor | undefined = { value: root };
  for (const key of path) {
    const value: unknown = found.value;
    found = typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, key) : undefined;
    if (found === undefined) return undefined;
  }
  return found;
}

function readIfReady(accessor: (() => unknown) | undefined): unknown {
  try {
    return accessor?.();
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}
