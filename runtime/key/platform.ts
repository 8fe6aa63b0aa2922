/** Objects of Node and the web that have a stable meaning, by the nearest builtin that they inherit from. */
import { call, descriptorOf, ownKeys, uncurry } from "./primordials.ts";
import { intrinsicPrototype } from "./intrinsics.ts";
import { writeNamed } from "./properties.ts";
import { Refusal } from "./refusal.ts";
import type { Session } from "./session.ts";
import { Tag } from "./tags.ts";
import { writeValue } from "./values.ts";

type Writer = (s: Session, object: object) => void;

const writers = new Map<string, Writer>([
  ["URL", (s, url) => writeText(s, Tag.url, read(url, "URL", "href"), url)],
  ["URLSearchParams", (s, params) => writeText(s, Tag.searchParams, invoke(params, "URLSearchParams", "toString"), params)],
  ["Headers", writeHeaders],
  ["AbortSignal", writeSignal],
]);
/** Their brands cannot be told from outside, or they stand for something outside of the program. */
const opaque: ReadonlySet<string> = new Set(["DOMException"]);

/** How to write an ordinary object that inherits from that builtin; undefined where it is written by its properties. */
export function platformWriter(base: string | undefined): Writer | undefined {
  if (base === undefined || base === "Object") return undefined;
  if (base.startsWith("Temporal.")) return (s, object) => writeTemporal(s, object, base);
  if (opaque.has(base)) return (s) => s.refuse(base);
  return writers.get(base);
}

function writeText(s: Session, tag: number, text: unknown, object: object): void {
  s.sink.byte(tag);
  s.sink.text(String(text));
  writeOwn(s, object);
}

/** Names in lower case and in order, as they are iterated. */
function writeHeaders(s: Session, headers: object): void {
  s.sink.byte(Tag.headers);
  const pairs: string[] = [];
  invoke(headers, "Headers", "forEach", (value: string, name: string) => pairs.push(name, value));
  s.sink.size(pairs.length);
  for (const text of pairs) s.sink.text(text);
  writeOwn(s, headers);
}

/** A signal counts by what can be read now. One that is aborted during the call has another key after it, and nothing is stored. */
function writeSignal(s: Session, signal: object): void {
  s.sink.byte(Tag.signal);
  writeValue(s, read(signal, "AbortSignal", "aborted"));
  writeValue(s, read(signal, "AbortSignal", "reason"));
  writeOwn(s, signal);
}

function writeTemporal(s: Session, object: object, base: string): void {
  s.sink.byte(Tag.temporal);
  s.sink.text(base);
  s.sink.text(String(invoke(object, base, "toString", { calendarName: "always" })));
  writeOwn(s, object);
}

/** Node keeps its own state under symbols that are not registered; all else is the program's. */
function writeOwn(s: Session, object: object): void {
  writeNamed(s, object, ownKeys(object).filter((key) => typeof key === "string"), undefined);
}

function read(object: object, base: string, key: string): unknown {
  const get = descriptorOf(intrinsicPrototype(base) as object, key)?.get;
  if (get === undefined) throw new Refusal("opaque", base);
  return attempt(base, () => uncurry(get)(object));
}

function invoke(object: object, base: string, key: string, ...args: unknown[]): unknown {
  const method: unknown = descriptorOf(intrinsicPrototype(base) as object, key)?.value;
  if (typeof method !== "function") throw new Refusal("opaque", base);
  return attempt(base, () => (call.bind(method) as (self: object, ...args: unknown[]) => unknown)(object, ...args));
}

/** A builtin throws for an object that only inherits from it. */
function attempt(base: string, run: () => unknown): unknown {
  try {
    return run();
  } catch {
    throw new Refusal("opaque", `object that inherits from ${base}`);
  }
}
