/** Writes what the internal slots of a builtin hold, then its own properties. */
import { types } from "node:util";
import { extraKeysOfView, isIndex } from "./extras.ts";
import { nativeStack } from "./errors.ts";
import type { Kind } from "./kind.ts";
import {
  bufferMaxSize,
  bufferResizable,
  bufferSize,
  dateTime,
  descriptorOf,
  mapForEach,
  mapSize,
  ownKeys,
  regExpFlags,
  regExpSource,
  setForEach,
  setSize,
  unbox,
  viewParts,
  type Boxed,
} from "./primordials.ts";
import { writeFlags, writeNamed, writeProperties, writeProperty, writeSymbol } from "./properties.ts";
import type { Omission } from "./plan.ts";
import type { Session, Window } from "./session.ts";
import { isDetached, isSlab, isZlibChunk } from "./slabs.ts";
import { Tag } from "./tags.ts";

const { isSharedArrayBuffer } = types;

export function writeContent(
  s: Session,
  object: object,
  kind: Exclude<Kind, "ordinary" | "function" | "array" | "proxy" | "opaque">,
  omit: Omission | undefined,
): void {
  switch (kind) {
    case "map":
      writeMap(s, object);
      return writeProperties(s, object, omit);
    case "set":
      writeSet(s, object);
      return writeProperties(s, object, omit);
    case "date":
      s.sink.double(Tag.date, canonicalTime(dateTime(object)));
      return writeProperties(s, object, omit);
    case "regexp":
      s.sink.byte(Tag.regExp);
      s.sink.text(regExpSource(object));
      s.sink.text(regExpFlags(object));
      return writeProperties(s, object, omit); // `lastIndex` is one of them.
    case "error":
      return writeError(s, object, omit);
    case "buffer":
      writeBuffer(s, object as ArrayBuffer);
      return writeProperties(s, object, omit);
    case "view":
      return writeView(s, object as ArrayBufferView, omit);
    case "arguments":
      return writeArguments(s, object, omit);
    default:
      return writeBoxed(s, object, kind, omit);
  }
}

function canonicalTime(time: number): number {
  return Number.isNaN(time) ? NaN : time;
}

function writeMap(s: Session, map: object): void {
  s.sink.byte(Tag.map);
  s.sink.size(mapSize(map));
  let index = 0;
  mapForEach(map, (value, key) => {
    s.path[s.depth - 1] = { label: `<key ${index}>` };
    s.value(key);
    s.path[s.depth - 1] = { label: `<value ${index++}>` };
    s.value(value);
  });
}

function writeSet(s: Session, set: object): void {
  s.sink.byte(Tag.set);
  s.sink.size(setSize(set));
  let index = 0;
  setForEach(set, (value) => {
    s.path[s.depth - 1] = { label: `<element ${index++}>` };
    s.value(value);
  });
}

/** The stack counts, since it can be read: `ignore=error.stack` leaves it out. */
function writeError(s: Session, error: object, omit: Omission | undefined): void {
  s.sink.byte(Tag.error);
  writeErrorProperties(s, error, omit);
}

export function writeErrorProperties(s: Session, error: object, omit: Omission | undefined): void {
  for (const key of ownKeys(error)) {
    const stack = key === "stack" && omit?.get("stack") !== true ? nativeStack(error) : undefined;
    if (stack === undefined) writeProperty(s, error, key, omit);
    else {
      s.path[s.depth - 1] = "stack";
      if (!stack.isUsual) writeFlags(s, stack);
      s.sink.byte(Tag.stack);
      s.value(stack.value);
    }
  }
  s.sink.byte(Tag.end);
}

function writeBuffer(s: Session, buffer: ArrayBuffer): void {
  if (isDetached(buffer)) s.refuse("detached ArrayBuffer");
  if (isSlab(buffer)) s.refuse("memory pool of Buffer");
  const size = bufferSize(buffer);
  s.sink.byte(bufferResizable(buffer) ? Tag.resizable : Tag.buffer);
  if (bufferResizable(buffer)) s.sink.size(bufferMaxSize(buffer));
  s.sink.size(size);
  s.sink.bytes(new Uint8Array(buffer));
}

function writeView(s: Session, view: ArrayBufferView, omit: Omission | undefined): void {
  const parts = viewParts(view);
  if (parts === undefined) s.refuse("view out of bounds");
  const { name, buffer, byteOffset, byteLength } = parts;
  if (isSharedArrayBuffer(buffer)) s.refuse("view of a SharedArrayBuffer");
  const window = isSlab(buffer) || isZlibChunk(view, parts);
  if (!window && bufferResizable(buffer)) s.refuse("view of a resizable ArrayBuffer");
  s.sink.byte(window ? Tag.window : Tag.view);
  s.sink.text(name);
  s.sink.size(byteLength);
  if (window) {
    s.sink.bytes(new Uint8Array(buffer, byteOffset, byteLength));
    writeOverlaps(s, buffer, { start: byteOffset, end: byteOffset + byteLength });
  } else {
    s.sink.size(byteOffset);
    s.path[s.depth - 1] = "buffer";
    s.value(buffer);
  }
  writeNamed(s, view, name === "DataView" ? ownKeys(view) : extraKeysOfView(view, parts), omit);
}

/** Where a window lies is chance; which earlier windows of the slab it overlaps can be seen by writing to it. */
function writeOverlaps(s: Session, slab: object, window: Window): void {
  const all = (s.windows ??= new Map<object, Window[]>());
  const earlier = all.get(slab) ?? [];
  earlier.forEach(({ start, end }, index) => {
    if (start >= window.end || window.start >= end) return;
    s.sink.size(index + 1);
    s.sink.double(Tag.window, window.start - start);
  });
  s.sink.size(0);
  all.set(slab, [...earlier, window]);
}

function writeBoxed(s: Session, object: object, kind: Boxed, omit: Omission | undefined): void {
  s.sink.byte(Tag.boxed);
  const primitive = unbox(kind, object);
  if (typeof primitive === "symbol") writeSymbol(s, primitive);
  else s.value(primitive);
  if (kind !== "string") return writeProperties(s, object, omit);
  writeNamed(
    s,
    object,
    ownKeys(object).filter((key) => key !== "length" && !(isIndex(key) && Number(key) < (primitive as string).length)),
    omit,
  );
}

/** `callee` and the iterator say nothing about a call; everything else of `arguments` does. */
function writeArguments(s: Session, object: object, omit: Omission | undefined): void {
  s.sink.byte(Tag.arguments);
  const isUsual = (key: PropertyKey): boolean =>
    key === "callee" || (key === Symbol.iterator && descriptorOf(object, key)?.value === Array.prototype.values);
  writeNamed(
    s,
    object,
    ownKeys(object).filter((key) => !isUsual(key)),
    omit,
  );
}
