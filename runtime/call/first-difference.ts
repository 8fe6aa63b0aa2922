import { inspect, types } from "node:util";
import { kindOf } from "../key/kind.ts";
import { descriptorOf, getPrototypeOf, ownKeys } from "../key/primordials.ts";

/** Where a result of now is another one than the one that was stored. */
export interface ValueDifference {
  /** `result.rows[3].total`; `result` for the whole. */
  readonly path: string;
  /** Both values there, for people, on one line. */
  readonly stored: string;
  readonly now: string;
}

/**
 * The first place in which two values differ for a program that looks at them, in the order of their properties. Undefined where
 * none is found: stacks of errors, which hold the way to the call, and which parts are one object, are not compared.
 */
export function firstDifference(stored: unknown, now: unknown): ValueDifference | undefined {
  const seen = new Map<object, Set<object>>();
  const pending: Pair[] = [{ path: "result", stored, now }];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    if (isSeen(pair, seen)) continue;
    const found = compare(pair);
    if (found === "differs") return { path: pair.path, stored: shortForm(pair.stored), now: shortForm(pair.now) };
    pending.push(...found.toReversed());
  }
  return undefined;
}

/** A value on one line, bounded, without running its code. */
export function shortForm(value: unknown): string {
  const text = inspect(value, {
    depth: 2,
    breakLength: Infinity,
    maxStringLength: 100,
    maxArrayLength: 10,
    customInspect: false,
    getters: false,
  });
  const line = text.replace(/\s*\n\s*/g, " ");
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

interface Pair {
  readonly path: string;
  readonly stored: unknown;
  readonly now: unknown;
}

function isSeen({ stored, now }: Pair, seen: Map<object, Set<object>>): boolean {
  if (!isObject(stored) || !isObject(now)) return false;
  const partners = seen.get(stored);
  if (partners?.has(now) === true) return true;
  if (partners === undefined) seen.set(stored, new Set([now]));
  else partners.add(now);
  return false;
}

/** `differs`, or the pairs below. */
function compare({ path, stored, now }: Pair): "differs" | Pair[] {
  if (!isObject(stored) || !isObject(now)) return Object.is(stored, now) ? [] : "differs";
  const kind = kindOf(stored);
  if (kind !== kindOf(now) || getPrototypeOf(stored) !== getPrototypeOf(now)) return "differs";
  if (kind === "map" || kind === "set") {
    const own = contentsOf(stored);
    const other = contentsOf(now);
    if (own.length !== other.length) return "differs";
    return [
      ...own.map((value, at) => ({ path: `${path}<${at}>`, stored: value, now: other[at] })),
      ...members(path, stored, now),
    ];
  }
  if (kind !== "ordinary" && kind !== "array" && kind !== "error") {
    if (shortContent(stored) !== shortContent(now)) return "differs";
  }
  const names = namesOf(stored);
  const others = namesOf(now);
  const isSame = names.length === others.length && names.every((name, at) => name === others[at]);
  if (isSame) return members(path, stored, now);
  // One that is missing or is one too many says more than the whole.
  const odd = names.find((name) => !others.includes(name)) ?? others.find((name) => !names.includes(name));
  if (odd === undefined) return "differs";
  return [pairAt(path, odd, stored, now)];
}

function members(path: string, stored: object, now: object): Pair[] {
  return namesOf(stored).map((name) => pairAt(path, name, stored, now));
}

function pairAt(path: string, name: string | symbol, stored: object, now: object): Pair {
  return { path: path + step(name), stored: valueAt(stored, name), now: valueAt(now, name) };
}

/** Where there is none, a mark that is like nothing else. */
function valueAt(object: object, name: string | symbol): unknown {
  const property = descriptorOf(object, name);
  if (property === undefined) return ABSENT;
  return "value" in property ? property.value : ACCESSOR;
}

const ABSENT = Symbol("absent");
const ACCESSOR = Symbol("accessor");

function namesOf(object: object): (string | symbol)[] {
  const isError = types.isNativeError(object);
  // The elements of bytes are compared as a whole.
  const names = ArrayBuffer.isView(object) ? [] : ownKeys(object);
  return names.filter((name) => !(isError && name === "stack"));
}

function contentsOf(collection: object): unknown[] {
  if (types.isMap(collection)) return [...collection].flat(1);
  return types.isSet(collection) ? [...collection] : [];
}

/** What is inside a date, expression, buffer or boxed primitive. */
function shortContent(object: object): string {
  return inspect(object, { customInspect: false, maxArrayLength: Infinity, maxStringLength: Infinity, depth: 0 });
}

function step(name: string | symbol): string {
  if (typeof name === "symbol") return `[${name.toString()}]`;
  if (/^\d+$/.test(name)) return `[${name}]`;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
