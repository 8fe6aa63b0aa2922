import type { TargetOptions } from "../config/target-options.ts";

/**
 * How rewritten modules reach the runtime. The loader puts one `Host` on the global object under `HOST`; rewritten text
 * carries no path of astrocache, so that it can be kept on disk and does not depend on how astrocache was installed.
 */
export const HOST: unique symbol = Symbol.for("astrocache") as never;

/** Reads module-level variables by name. Throws a ReferenceError while a variable is not initialized. */
export type Accessors = Readonly<Record<string, () => unknown>>;

/**
 * One call of a rewritten function, as its text passes it:
 * `return $ac(INDEX, [bound parameters], () => { BODY }, this, () => [captures], new.target)()`.
 *
 * - `parameters`: the bound parameters in the order of `FunctionFacts.parameters`; where the body uses `arguments`, one
 *   more element holds them.
 * - `receiver`: `this` where the body uses it, else undefined.
 * - `captures`: the values of `FunctionFacts.captures`, then of the readable private fields of `this`; omitted if none.
 * - `newTarget`: passed by functions that can be constructed and use `this`, and by those that use `new.target`; set, the
 *   body just runs.
 *
 * What it returns is to be called at once: it gives the answer, or is the body where that just runs, from the function's own
 * frame. An async function awaits what that gives.
 */
export type CallSite = (
  index: number,
  parameters: readonly unknown[],
  body: () => unknown,
  receiver?: unknown,
  captures?: () => readonly unknown[],
  newTarget?: unknown,
) => () => unknown;

/** What a call of `cache(fn)` comes to. */
export interface Wrapped {
  call(receiver: unknown, args: readonly unknown[]): unknown;
  /** What is stored for that call; undefined where nothing is, or where the call has no key. */
  peek(receiver: unknown, args: readonly unknown[]): { readonly value: unknown } | undefined;
  /** Whether there was an entry. */
  forget(receiver: unknown, args: readonly unknown[]): boolean;
}

/** How the calls of targets are answered in a piece of a program. */
export type Scope = "bypass" | "refresh";

export interface Host {
  /** Answers the calls of a function value. `wrapper` counts as the function from now on. */
  wrap(wrapper: Function, fn: Function, options: TargetOptions): Wrapped;
  /** Runs a piece of the program, with all that it awaits, in a scope. */
  scoped<T>(scope: Scope, run: () => T): T;
  /** Called once by each instance of a rewritten module, at the first call of one of its targets: it may not have run to its end. */
  attach(url: string, textHash: string, accessors?: Accessors): CallSite;
  /** Called at the end of each module that has data or functions which a key may need. `values`: what its other names hold from then on. */
  observe(url: string, textHash: string, accessors: Accessors, values?: Readonly<Record<string, unknown>>): void;
  /**
   * Marks a function made in tracked code that is passed on as an argument; returns it. The captures are the values of
   * `FunctionFacts.captures`; for an arrow also what it takes from the function around it, where it uses it: the private
   * fields of `this`, then `this`, then an array of the `arguments`.
   *
   * `key`: a function of tracked code gives the value back, which is the function (null), or holds it in that property.
   */
  mark<V extends object>(
    url: string,
    textHash: string,
    index: number,
    value: V,
    captures?: () => readonly unknown[],
    key?: string | null,
  ): V;
}
