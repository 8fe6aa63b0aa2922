/** Writes objects of Node and the web that have a stable meaning, by the nearest builtin that they inherit from. */
import { writeErrorProperties } from "./contents.ts";
import { isDisguise, isGuarded } from "./fetched.ts";
import { ownKeys } from "./primordials.ts";
import { writeNamed } from "./properties.ts";
import type { Omission } from "./plan.ts";
import type { Session } from "./session.ts";
import { Tag } from "./tags.ts";
import { formPairs, headerPairs, invokeWeb, readWeb, type WebRead } from "./web.ts";

type Writer = (s: Session, object: object) => void;

const writers = new Map<string, Writer>([
  ["URL", writeUrl],
  ["URLSearchParams", writeSearchParams],
  ["Headers", writeHeaders],
  ["FormData", (s, form) => writeList(s, Tag.formData, formPairs(form), "FormData")],
  ["AbortSignal", writeSignal],
  ["DOMException", writeException],
  ["Request", writeRequest],
  ["Response", (s) => s.refuse("Response")],
  ["Blob", (s) => s.refuse("Blob")],
  ["File", (s) => s.refuse("File")],
]);

/** Writes the state of an object that inherits from the builtin `base`; false if it is told by its properties. */
export function writePlatform(
  s: Session,
  object: object,
  base: string | undefined,
  omit: Omission | undefined,
): boolean {
  if (base === undefined || base === "Object") return false;
  const write = base.startsWith("Temporal.") ? temporal(base) : writers.get(base);
  if (write === undefined) return false;
  write(s, object);
  if (base === "DOMException") writeErrorProperties(s, object, omit);
  // Node keeps its own state under symbols that are not registered; all else is the program's.
  else
    writeNamed(
      s,
      object,
      ownKeys(object).filter((key) => typeof key === "string" && !isDisguise(object, key)),
      omit,
    );
  return true;
}

function writeHeaders(s: Session, headers: object): void {
  writeList(s, isGuarded(headers) ? Tag.guardedHeaders : Tag.headers, headerPairs(headers), "Headers");
}

function writeUrl(s: Session, url: object): void {
  s.sink.byte(Tag.url);
  s.sink.text(text(s, "URL", readWeb(url, "URL", "href")));
  writeLinks(s, url, undefined);
}

function writeSearchParams(s: Session, params: object): void {
  s.sink.byte(Tag.searchParams);
  s.sink.text(text(s, "URLSearchParams", invokeWeb(params, "URLSearchParams", "toString")));
  writeLinks(s, undefined, params);
}

/** A URL and its `searchParams` change together: whether both are among the inputs can be seen. */
function writeLinks(s: Session, url: object | undefined, params: object | undefined): void {
  const others = url === undefined ? s.urls : s.params;
  for (const other of others) {
    const its = readWeb(url ?? other, "URL", "searchParams");
    if (its.ok && its.value === (params ?? other)) {
      s.sink.byte(Tag.reference);
      s.sink.size(s.visited.get(other) ?? 0);
    }
  }
  s.sink.byte(Tag.end);
  if (url !== undefined) s.urls.push(url);
  if (params !== undefined) s.params.push(params);
}

function writeList(s: Session, tag: number, pairs: readonly unknown[] | undefined, base: string): void {
  if (pairs === undefined) s.refuse(`object that inherits from ${base}`);
  s.sink.byte(tag);
  s.sink.size(pairs.length);
  for (const item of pairs) s.value(item);
}

/** A signal counts by what can be read now. One that is aborted during the call has another key after it, and nothing is stored. */
function writeSignal(s: Session, signal: object): void {
  s.sink.byte(Tag.signal);
  s.signals.push(signal as AbortSignal);
  writeRead(s, "AbortSignal", signal, ["aborted", "reason"]);
}

function writeException(s: Session, exception: object): void {
  s.sink.byte(Tag.domException);
  writeRead(s, "DOMException", exception, ["name", "message", "code"]);
}

const requestFields = [
  "method",
  "url",
  "headers",
  "destination",
  "referrer",
  "referrerPolicy",
  "mode",
  "credentials",
  "cache",
  "redirect",
  "integrity",
  "keepalive",
  "isReloadNavigation",
  "isHistoryNavigation",
  "signal",
  "duplex",
] as const;

function writeRequest(s: Session, request: object): void {
  const body = readWeb(request, "Request", "body");
  if (!body.ok || body.value !== null) s.refuse("Request with a body");
  s.sink.byte(Tag.request);
  writeRead(s, "Request", request, requestFields);
}

function temporal(base: string): Writer {
  return (s, object) => {
    s.sink.byte(Tag.temporal);
    s.sink.text(base);
    s.sink.text(text(s, base, invokeWeb(object, base, "toString", { calendarName: "always" })));
  };
}

function writeRead(s: Session, base: string, object: object, keys: readonly string[]): void {
  for (const key of keys) {
    const read = readWeb(object, base, key);
    if (!read.ok) s.refuse(`object that inherits from ${base}`);
    s.path[s.depth - 1] = key;
    s.value(read.value);
  }
}

function text(s: Session, base: string, read: WebRead): string {
  if (!read.ok) s.refuse(`object that inherits from ${base}`);
  return String(read.value);
}
