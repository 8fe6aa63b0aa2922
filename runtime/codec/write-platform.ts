/** Writes what objects of Node and the web are made from. */
import { formPairs, headerPairs, invokeWeb, readWeb, type WebRead } from "../key/web.ts";
import { cloneBody, readBlob } from "./bodies.ts";
import { Tag } from "./tags.ts";
import type { Writer } from "./writer.ts";

type Write = (w: Writer, object: object) => void;

const writers: ReadonlyMap<string, Write> = new Map<string, Write>([
  ["URL", writeUrl],
  ["URLSearchParams", writeSearchParams],
  ["Headers", (w, headers) => writeList(w, Tag.headers, headerPairs(headers), "Headers")],
  ["FormData", (w, form) => writeList(w, Tag.formData, formPairs(form), "FormData")],
  ["DOMException", (w, exception) => writeFields(w, Tag.domException, exception, "DOMException", ["message", "name"])],
  ["Blob", (w, blob) => writeBlob(w, blob, "Blob")],
  ["File", (w, file) => writeBlob(w, file, "File")],
  ["Response", writeResponse],
  ["Request", writeRequest],
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
  const type = readWeb(response, "Response", "type");
  if (!type.ok || type.value === "error" || type.value === "opaque" || type.value === "opaqueredirect")
    w.refuse("value-opaque", "Response without a status");
  writeFields(w, Tag.response, response, "Response", ["status", "statusText", "headers", "url", "type", "redirected"]);
  w.out.size(w.addBody("Response", () => cloneBody(response, "Response", w.limit)));
}

function writeRequest(w: Writer, request: object): void {
  const signal = readWeb(request, "Request", "signal");
  if (!signal.ok || (signal.value as AbortSignal).aborted) w.refuse("value-opaque", "Request that is aborted");
  writeFields(w, Tag.request, request, "Request", ["url", ...requestInit]);
  w.out.size(w.addBody("Request", () => cloneBody(request, "Request", w.limit)));
}

/** What a Request can be made with. */
export const requestInit = [
  "method",
  "headers",
  "referrer",
  "referrerPolicy",
  "mode",
  "credentials",
  "cache",
  "redirect",
  "integrity",
  "keepalive",
] as const;

function text(w: Writer, base: string, read: WebRead): string {
  if (!read.ok) w.refuse("value-opaque", `object that inherits from ${base}`);
  return String(read.value);
}
