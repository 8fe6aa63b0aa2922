import type { Accessors } from "../../runtime/call/site.ts";
import type { ModuleFacts } from "../analysis/facts.ts";
import { DEFAULT_EXPORT, WHOLE_EXPORTS } from "../analysis/linkage/pseudo-names.ts";

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
  addModule(url: string, facts: ModuleFacts, accessors: Accessors): void {
    for (const [name, binding] of Object.entries(facts.bindings)) {
      if (binding.kind === "import" || binding.reassigned || !Object.hasOwn(accessors, name)) continue;
      const value = readIfReady(accessors[name]);
      if (binding.kind === "code" && typeof value === "function") {
        this.mark(value, { kind: "binding", url, name });
        const prototype = prototypeOf(value);
        if (prototype !== undefined) this.#makers.set(prototype, value);
      }
      // Where anything changes the table another function may stand in the place of the literal's.
      if (binding.kind === "data" && binding.vertices.length + binding.mutators.length === 1)
        this.#addMembers(url, facts, name, value);
    }
  }

  #addMembers(url: string, facts: ModuleFacts, name: string, value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    const prefix = memberPrefix(name);
    const inside = functionsIn(facts, name);
    for (const { name: qualified, index } of facts.functions) {
      if (qualified?.startsWith(prefix) !== true || !inside.has(facts.functionVertices[index] ?? -1)) continue;
      const member = memberAt(value, qualified.slice(prefix.length).split("."));
      if (typeof member === "function") this.mark(member, { kind: "function", url, index, captures: undefined });
    }
  }
}

/** Runs no getter. */
function prototypeOf(fn: Function): object | undefined {
  const prototype: unknown = Object.getOwnPropertyDescriptor(fn, "prototype")?.value;
  return typeof prototype === "object" && prototype !== null ? prototype : undefined;
}

/** How names of functions begin that are members of what `name` holds. */
function memberPrefix(name: string): string {
  if (name === WHOLE_EXPORTS) return "";
  if (name === DEFAULT_EXPORT) return "default.";
  return `${name.replace(/^exports\./, "")}.`;
}

/** Vertices of the functions that the statement holds which declares a name: another may only be called alike. */
function functionsIn({ bindings, vertices }: ModuleFacts, name: string): ReadonlySet<number> {
  const binding = bindings[name];
  const [shell] = binding === undefined || binding.kind === "import" ? [] : binding.vertices;
  const refs = shell === undefined ? [] : (vertices[shell]?.refs ?? []);
  return new Set(refs.flatMap((ref) => (ref.kind === "vertex" ? [ref.vertex] : [])));
}

/** Runs no getter. */
function memberAt(root: object, path: readonly string[]): unknown {
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
