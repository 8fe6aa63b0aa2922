/** Objects of Node and the web that can be stored: what they are made from, and making them again. */
import { intrinsicPrototype } from "../key/intrinsics.ts";
import { call, descriptorOf } from "../key/primordials.ts";
import { Tag } from "./tags.ts";
import type { Writer } from "./writer.ts";

/** Objects whose state cannot be read, or not at once. */
const opaque: ReadonlySet<string> = new Set(["AbortSignal", "DOMException"]);

/** Writes the head of an object that inherits from the builtin `base`; false if that is nothing special. */
export function writePlatformHead(w: Writer, object: object, base: string | undefined): boolean {
  if (base === undefined || base === "Object") return false;
  if (opaque.has(base)) w.refuse("value-opaque", base);
  if (base === "URL") return writeText(w, Tag.url, read(w, object, base, "href"));
  if (base === "URLSearchParams") return writeText(w, Tag.searchParams, invoke(w, object, base, "toString"));
  if (base === "Headers") return writeHeaders(w, object);
  if (!base.startsWith("Temporal.")) return false;
  w.out.byte(Tag.temporal);
  w.out.text(base);
  w.out.text(String(invoke(w, object, base, "toString", { calendarName: "always" })));
  return true;
}

export function makeUrl(href: string): object {
  return new URL(href);
}

export function makeSearchParams(text: string): object {
  return new URLSearchParams(text);
}

export function makeHeaders(pairs: readonly string[]): object {
  const headers = new Headers();
  for (let i = 0; i + 1 < pairs.length; i += 2) headers.append(pairs[i] as string, pairs[i + 1] as string);
  return headers;
}

/** Undefined where this Node has no such class. */
export function makeTemporal(base: string, text: string): object | undefined {
  const constructor = base.startsWith("Temporal.") ? intrinsicPrototype(base)?.constructor : undefined;
  if (constructor === undefined) return undefined;
  const from: unknown = descriptorOf(constructor, "from")?.value;
  return typeof from === "function" ? (call.bind(from) as (self: unknown, text: string) => object)(constructor, text) : undefined;
}

function writeText(w: Writer, tag: number, text: unknown): boolean {
  w.out.byte(tag);
  w.out.text(String(text));
  return true;
}

function writeHeaders(w: Writer, headers: object): boolean {
  const pairs: string[] = [];
  invoke(w, headers, "Headers", "forEach", (value: string, name: string) => pairs.push(name, value));
  w.out.byte(Tag.headers);
  w.out.size(pairs.length);
  for (const text of pairs) w.out.text(text);
  return true;
}

function read(w: Writer, object: object, base: string, key: string): unknown {
  return attempt(w, base, descriptorOf(intrinsicPrototype(base) as object, key)?.get, object);
}

function invoke(w: Writer, object: object, base: string, key: string, ...args: unknown[]): unknown {
  return attempt(w, base, descriptorOf(intrinsicPrototype(base) as object, key)?.value as unknown, object, ...args);
}

/** A builtin throws for an object that only inherits from it. */
function attempt(w: Writer, base: string, method: unknown, object: object, ...args: unknown[]): unknown {
  if (typeof method !== "function") return w.refuse("value-opaque", base);
  try {
    return (call.bind(method) as (self: object, ...args: unknown[]) => unknown)(object, ...args);
  } catch {
    return w.refuse("value-opaque", `object that inherits from ${base}`);
  }
}
