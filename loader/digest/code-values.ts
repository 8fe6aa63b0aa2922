import type { Accessors } from "../../runtime/call/site.ts";
import type { ModuleFacts } from "../analysis/facts.ts";

/** Where a function or class value comes from. */
export type CodeOrigin =
  | { readonly kind: "binding"; readonly url: string; readonly name: string }
  | { readonly kind: "function"; readonly url: string; readonly index: number; readonly captures: (() => readonly unknown[]) | undefined };

/**
 * Knows function and class values by their identity: those that module-level names hold when their module has loaded,
 * members of object literals at module level, and those marked where they were made. Never by their text.
 */
export class CodeValues {
  readonly #origins = new WeakMap<Function, CodeOrigin>();

  origin(fn: Function): CodeOrigin | undefined {
    return this.#origins.get(fn);
  }

  mark(fn: Function, origin: CodeOrigin): void {
    if (!this.#origins.has(fn)) this.#origins.set(fn, origin);
  }

  /** To be called when the module has loaded, before anything else can change what its names hold. */
  addModule(url: string, facts: ModuleFacts, accessors: Accessors): void {
    for (const [name, binding] of Object.entries(facts.bindings)) {
      if (binding.kind === "import" || !Object.hasOwn(accessors, name)) continue;
      const value = accessors[name]?.();
      if (binding.kind === "code" && typeof value === "function") this.mark(value, { kind: "binding", url, name });
      // A statement that changes the table may have put another function in the place of the literal's.
      if (binding.kind === "data" && binding.vertices.length === 1) this.#addMembers(url, facts, name, value);
    }
  }

  #addMembers(url: string, facts: ModuleFacts, name: string, value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    for (const { name: qualified, index } of facts.functions) {
      if (qualified === undefined || !qualified.startsWith(`${name}.`)) continue;
      const member = Object.getOwnPropertyDescriptor(value, qualified.slice(name.length + 1))?.value as unknown;
      if (typeof member === "function") this.mark(member, { kind: "function", url, index, captures: undefined });
    }
  }
}
