/** What programs may import from "astrocache". Without the hook all of it is inert: functions run as they are. */
import { readOptions } from "./config/code-options.ts";
import { inertCalls } from "./call/inert-calls.ts";
import { HOST, type Host, type Scope, type Wrapped } from "./call/site.ts";

export interface CacheOptions {
  /** How long entries count: `"1d"`, or milliseconds. Default: for ever. */
  readonly ttl?: string | number;
  /** Parameters, or paths below them, that do not count: `["logger", "options.signal", "this"]`. */
  readonly ignore?: string | readonly string[];
  /** Salt of the key. */
  readonly version?: string;
  /** Environment variables whose values count. */
  readonly env?: string | readonly string[];
  /** Globs of files whose contents count, relative to the root. */
  readonly files?: string | readonly string[];
  /** How packages count: `"version"`, `"source"`, or the names of those whose code counts. */
  readonly deps?: string | readonly string[];
  /** A ReadableStream of bytes or text that it gives is recorded as it is read, and stored once it has come to its end. */
  readonly stream?: boolean;
}

/** A memoized function. It is called as the function itself is. */
export type Cached<F extends (...args: never[]) => unknown> = F & {
  /**
   * What is stored for a call with these arguments, for async functions the value that they resolve to; undefined where
   * nothing is stored, or where such a call cannot be cached. Runs nothing, and counts as no call.
   */
  peek(...args: Parameters<F>): { readonly value: Awaited<ReturnType<F>> } | undefined;
  /** Removes what is stored for a call with these arguments; says whether anything was. */
  forget(...args: Parameters<F>): boolean;
};

/**
 * Memoizes a function, as a tag would, by its arguments as they are given. Where its code is not tracked it runs, and the
 * report says so.
 *
 * @throws AstrocacheError `INVALID_OPTION`; for what `ignore` names, at the first call.
 */
export function cache<F extends (...args: never[]) => unknown>(fn: F, options: CacheOptions = {}): Cached<F> {
  const known = readOptions(options);
  const cached = function (this: unknown, ...args: unknown[]): unknown {
    if (new.target !== undefined)
      return Reflect.construct(fn, args, new.target === cached ? fn : new.target) as unknown;
    return wrapped.call(this, args);
  };
  const wrapped = findHost()?.wrap(cached, fn, known) ?? inertCalls(fn);
  for (const key of ["name", "length"] as const)
    Object.defineProperty(cached, key, { value: fn[key], configurable: true });
  calls.set(cached, wrapped);
  return Object.setPrototypeOf(cached, cachedPrototype) as Cached<F>;
}

/**
 * Runs `fn`, with all that it awaits, without answering anything from a store or keeping anything.
 *
 * @returns what `fn` returns.
 */
export function bypass<T>(fn: () => T): T {
  return scoped("bypass", fn);
}

/**
 * Runs `fn`, with all that it awaits, so that every memoized call runs and replaces what is stored.
 *
 * @returns what `fn` returns.
 */
export function refresh<T>(fn: () => T): T {
  return scoped("refresh", fn);
}

function scoped<T>(scope: Scope, fn: () => T): T {
  const host = findHost();
  return host === undefined ? fn() : host.scoped(scope, fn);
}

const calls = new WeakMap<object, Wrapped>();

/** No own properties: a memoized function counts in a key as the function that it wraps. */
const cachedPrototype: object = Object.create(Function.prototype, {
  peek: hidden(function peek(this: object, ...args: unknown[]) {
    return calls.get(this)?.peek(undefined, args);
  }),
  forget: hidden(function forget(this: object, ...args: unknown[]) {
    return calls.get(this)?.forget(undefined, args) ?? false;
  }),
}) as object;

function hidden(value: Function): PropertyDescriptor {
  return { value, configurable: true, writable: true };
}

function findHost(): Host | undefined {
  return Reflect.get(globalThis, HOST) as Host | undefined;
}
