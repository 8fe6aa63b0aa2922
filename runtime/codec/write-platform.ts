/** Writes what objects of Node and the web are made from. */
import { fetchedState, isDisguise, isGuarded } from "../key/fetched.ts";
import { getPrototypeOf, isExtensible, ownKeys } from "../key/primordials.ts";
import { formPairs, headerPairs, invokeWeb, readWeb, type WebRead } from "../key/web.ts";
import { cloneBody, readBlob } from "./bodies.ts";
import { Tag } from "./tags.ts";
import type { Writer } from "./writer.ts";

type Write = (w: Writer, object: object) => void;

const writers: ReadonlyMap<string, Write> = new Map<string, Write>([
  ["URL", writeUrl],
  ["URLSearchParams", writeSearchParams],
  ["Headers", writeHeaders],
  ["FormData", (w, form) => writeList(w, Tag.formData, formPairs(form), "FormData")],
  ["DOMException", (w, exception) => writeFields(w, Tag.domException, exception, "DOMException", ["message", "name"])],
  ["Blob", (w, blob) => writeBlob(w, blob, "Blob")],
  ["File", (w, file) => writeBlob(w, file, "File")],
  ["Response", writeResponse],
  // It may follow a signal that it was made with, which cannot be seen.
  ["Request", (w) => w.refuse("value-opaque", "Request")],
  ["AbortSignal", (w) => w.refuse("value-opaque", "AbortSignal")],
]);

/** Whether objects that inherit from that builtin are made by a tag of their own. */
export function isPlatform(base: string): boolean {
  return writers.has(base) || base.startsWith("Temporal.");
}

export function writePlatformHead(w: Writer, object: object, base: string): void {
  const write = writers.get(base);
  if (write !== undefined) return write(w, object);
  w.out.byte(Tag.temporal);
  w.out.text(base);
  w.out.text(text(w, base, invokeWeb(object, base, "toString", { calendarName: "always" })));
}

function writeUrl(w: Writer, url: object): void {
  const params = w.count > 1 ? readWeb(url, "URL", "searchParams") : undefined;
  if (params?.ok === true && w.params.has(params.value as object))
    w.refuse("value-opaque", "URL after its searchParams");
  w.out.byte(Tag.url);
  w.out.text(text(w, "URL", readWeb(url, "URL", "href")));
  w.urls.push(url);
}

/** Those of a URL that was written before are made by that URL. */
function writeSearchParams(w: Writer, params: object): void {
  const owner = w.urls.find((url) => {
    const its = readWeb(url, "URL", "searchParams");
    return its.ok && its.value === params;
  });
  if (owner !== undefined) {
    w.out.byte(Tag.linkedParams);
    return w.out.size(w.seen.get(owner) ?? 0);
  }
  w.params.add(params);
  w.out.byte(Tag.searchParams);
  w.out.text(text(w, "URLSearchParams", invokeWeb(params, "URLSearchParams", "toString")));
}

function writeHeaders(w: Writer, headers: object): void {
  if (isGuarded(headers)) w.refuse("value-opaque", "Headers that refuse changes");
  writeList(w, Tag.headers, headerPairs(headers), "Headers");
}

function writeList(w: Writer, tag: number, pairs: readonly unknown[] | undefined, base: string): void {
  if (pairs === undefined) w.refuse("value-opaque", `object that inherits from ${base}`);
  w.out.byte(tag);
  w.out.size(pairs.length);
  for (const item of pairs) w.value(item);
}

function writeFields(w: Writer, tag: number, object: object, base: string, keys: readonly string[]): void {
  w.out.byte(tag);
  for (const key of keys) {
    const read = readWeb(object, base, key);
    if (!read.ok) w.refuse("value-opaque", `object that inherits from ${base}`);
    w.value(read.value);
  }
}

function writeBlob(w: Writer, blob: object, base: "Blob" | "File"): void {
  w.out.byte(base === "Blob" ? Tag.blob : Tag.file);
  w.out.size(w.addBody(base, () => readBlob(blob, w.limit)));
  const type = readWeb(blob, "Blob", "type");
  w.out.text(text(w, base, type));
  if (base === "File") writeFields(w, Tag.end, blob, base, ["name", "lastModified"]);
}

function writeResponse(w: Writer, response: object): void {
  const state = fetchedState(response);
  const headers = readWeb(response, "Response", "headers");
  if (!headers.ok || typeof state.type !== "string" || HIDDEN.has(state.type))
    w.refuse("value-opaque", "Response without a status");
  if (isEndless(headers.value as object)) w.refuse("value-opaque", "Response of events, which may not end");
  writeFields(w, Tag.response, response, "Response", ["status", "statusText"]);
  for (const key of ["url", "type", "redirected"] as const) w.value(state[key]);
  writeOwnHeaders(w, headers.value as object);
  w.out.size(w.addBody("Response", () => cloneBody(response, "Response", w.limit)));
}

/** They are made by the Response, so that nothing may be known of them before, and nothing may stand on them. */
function writeOwnHeaders(w: Writer, headers: object): void {
  const isPlain = getPrototypeOf(headers) === Headers.prototype && isExtensible(headers);
  if (
    w.seen.has(headers) ||
    !isPlain ||
    ownKeys(headers).some((key) => typeof key === "string" && !isDisguise(headers, key))
  )
    w.refuse("value-opaque", "Headers apart from their Response");
  w.visit(headers);
  writeList(w, isGuarded(headers) ? 1 : 0, headerPairs(headers), "Headers");
}

/** Types of Responses that say nothing of themselves. */
const HIDDEN: ReadonlySet<string> = new Set(["error", "opaque", "opaqueredirect"]);

function isEndless(headers: object): boolean {
  const type = invokeWeb(headers, "Headers", "get", "content-type");
  return type.ok && typeof type.value === "string" && type.value.startsWith("text/event-stream");
}

function text(w: Writer, base: string, read: WebRead): string {
  if (!read.ok) w.refuse("value-opaque", `object that inherits from ${base}`);
  return String(read.value);
}
