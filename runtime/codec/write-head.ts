/** What an object is made from before it has content: whether it is extensible, its prototype, its kind and its internal slots. */
import { types } from "node:util";
import { classOf, className, intrinsicName, isIteratorPrototype } from "../key/intrinsics.ts";
import { stackOfNewError } from "../key/errors.ts";
import { globalName } from "../key/globals.ts";
import type { Kind } from "../key/kind.ts";
import {
  bufferMaxSize,
  bufferResizable,
  bufferSize,
  dateTime,
  descriptorOf,
  getPrototypeOf,
  isExtensible,
  regExpFlags,
  regExpSource,
  unbox,
  viewParts,
} from "../key/primordials.ts";
import type { Segment } from "../key/path.ts";
import { HERE } from "../key/session.ts";
import { isDetached, isSlab, isZlibChunk } from "../key/slabs.ts";
import { isError, platformBase, usualPrototype } from "./bases.ts";
import { StepsContent } from "./steps-content.ts";
import { StreamContent } from "./stream-content.ts";
import { Tag } from "./tags.ts";
import { writePlatformHead } from "./write-platform.ts";
import { writeSymbol } from "./write-property.ts";
import type { Writer } from "./writer.ts";

const { isProxy, isSharedArrayBuffer } = types;

/** False if that is all there is to write. */
export function writeHead(w: Writer, object: object, kind: Kind): boolean {
  const global = kind === "function" || kind === "ordinary" ? globalName(object) : undefined;
  if (global !== undefined) {
    writeNamed(w, Tag.global, global);
    return false;
  }
  if (kind === "ordinary" && writeRecorded(w, object)) return false;
  refuseHopeless(w, object, kind);
  if (!isExtensible(object)) w.out.byte(Tag.sealedIn);
  const prototype = getPrototypeOf(object) as object | null;
  if (prototype !== usualPrototype(object, kind)) {
    w.out.byte(Tag.prototype);
    writePrototype(w, object, prototype);
  }
  const platform = platformBase(object, kind);
  if (platform === undefined) writeSlots(w, object, kind);
  else writePlatformHead(w, object, platform);
  if (isError(object, kind)) w.out.byte(stackOfNewError(object) === undefined ? 0 : 1);
  return true;
}

/** What stands for a stream or a generator object. */
function writeRecorded(w: Writer, object: object): boolean {
  const stream = StreamContent.of(object);
  const steps = stream === undefined ? StepsContent.of(object) : undefined;
  if (stream !== undefined) writeStream(w, stream);
  if (steps !== undefined) {
    writeNamed(w, Tag.steps, steps.name);
    w.value(steps.recorded);
  }
  return stream !== undefined || steps !== undefined;
}

function writeStream(w: Writer, { isBytes, chunks }: NonNullable<ReturnType<typeof StreamContent.of>>): void {
  w.out.byte(Tag.readable);
  w.out.byte(isBytes ? 1 : 0);
  w.value(chunks);
}

function refuseHopeless(w: Writer, object: object, kind: Kind): void {
  if (kind === "proxy") w.refuse("value-getter", "proxy");
  if (kind === "function") w.refuse("value-function", `function ${functionName(object)}`.trim());
  if (kind === "opaque" || kind === "arguments") w.refuse("value-opaque", className(object));
  if (kind === "array" && isTemplateObject(object)) w.refuse("value-opaque", "strings of a template");
  if (intrinsicName(object) !== undefined) w.refuse("value-opaque", `builtin ${intrinsicName(object) ?? ""}.prototype`);
}

/** One for each place in the code (GetTemplateObject), by which whoever is given it may know that place. */
function isTemplateObject(array: object): boolean {
  const raw = isExtensible(array) ? undefined : descriptorOf(array, "raw");
  return raw?.enumerable === false && Array.isArray(raw.value) && !isExtensible(raw.value);
}

function functionName(fn: object): string {
  const name: unknown = descriptorOf(fn, "name")?.value;
  return typeof name === "string" ? name : "";
}

function writePrototype(w: Writer, object: object, prototype: object | null): void {
  if (prototype === null) return w.out.byte(Tag.protoNull);
  if (isProxy(prototype)) w.refuse("value-getter", "prototype that is a proxy");
  const name = intrinsicName(prototype);
  if (name !== undefined) return writeNamed(w, Tag.protoIntrinsic, name);
  if (isIteratorPrototype(prototype)) w.refuse("value-opaque", "iterator of a builtin");
  const constructor = classOf(prototype);
  if (constructor === undefined) {
    w.out.byte(Tag.protoObject);
    return writeInHead(w, object, { label: "<prototype>" }, prototype);
  }
  writeNamed(w, Tag.protoClass, classNames(w, prototype, constructor));
}

/** The name of a class, once all that it inherits from is known to have no private state either. */
function classNames(w: Writer, prototype: object, constructor: Function): string {
  const name = w.classNameOf(constructor);
  for (
    let above: object | null = prototype;
    above !== null && intrinsicName(above) === undefined;
    above = getPrototypeOf(above) as object | null
  ) {
    if (isProxy(above)) w.refuse("value-getter", "prototype that is a proxy");
    const one = classOf(above);
    if (one === undefined || w.classNameOf(one) === undefined)
      w.refuse("value-instance", `class instance ${className(prototype)}`);
  }
  return name as string;
}

/** Writes what an object is made from, which cannot refer to the object yet. */
function writeInHead(w: Writer, object: object, segment: Segment, value: unknown): void {
  w.step(segment);
  w.unmade.add(object);
  w.value(value);
  w.unmade.delete(object);
  w.step(HERE);
}

function writeNamed(w: Writer, tag: number, name: string): void {
  w.out.byte(tag);
  w.out.text(name);
}

function writeSlots(w: Writer, object: object, kind: Kind): void {
  switch (kind) {
    case "array":
      w.out.byte(Tag.array);
      return w.out.size((object as unknown[]).length);
    case "map":
      return w.out.byte(Tag.map);
    case "set":
      return w.out.byte(Tag.set);
    case "error":
      return w.out.byte(Tag.error);
    case "date":
      return w.out.double(Tag.date, dateTime(object));
    case "regexp":
      w.out.byte(Tag.regExp);
      w.out.text(regExpSource(object));
      return w.out.text(regExpFlags(object));
    case "buffer":
      return writeBuffer(w, object as ArrayBuffer);
    case "view":
      return writeView(w, object);
    case "number":
    case "string":
    case "boolean":
    case "bigint":
    case "symbol":
      return writeBoxed(w, unbox(kind, object));
    default:
      w.out.byte(Tag.ordinary);
  }
}

function writeBoxed(w: Writer, primitive: unknown): void {
  w.out.byte(Tag.boxed);
  if (typeof primitive === "symbol") writeSymbol(w, primitive);
  else w.value(primitive);
}

function writeBuffer(w: Writer, buffer: ArrayBuffer): void {
  if (isDetached(buffer)) w.refuse("value-opaque", "detached ArrayBuffer");
  if (isSlab(buffer)) w.refuse("value-opaque", "memory pool of Buffer");
  w.out.byte(bufferResizable(buffer) ? Tag.resizable : Tag.buffer);
  if (bufferResizable(buffer)) w.out.size(bufferMaxSize(buffer));
  w.out.size(bufferSize(buffer));
  w.out.bytes(new Uint8Array(buffer));
}

function writeView(w: Writer, view: object): void {
  const parts = viewParts(view);
  if (parts === undefined) w.refuse("value-opaque", "view out of bounds");
  const { name, buffer, byteOffset, byteLength } = parts;
  if (isSharedArrayBuffer(buffer)) w.refuse("value-opaque", "view of a SharedArrayBuffer");
  const window = isSlab(buffer) || isZlibChunk(view, parts);
  if (!window && (bufferResizable(buffer) || isDetached(buffer)))
    w.refuse("value-opaque", "view of a resizable or detached ArrayBuffer");
  w.out.byte(window ? Tag.window : Tag.view);
  w.out.text(usualPrototype(view, "view") === Buffer.prototype ? "Buffer" : name);
  w.out.size(byteOffset);
  w.out.size(byteLength);
  if (!window) return writeInHead(w, view, "buffer", buffer);
  w.slabs.add(buffer);
  if (w.visitSlab(buffer)) {
    w.out.byte(Tag.slab);
    w.out.size(bufferSize(buffer));
    w.out.byte(Tag.end);
  }
  w.out.bytes(new Uint8Array(buffer, byteOffset, byteLength));
}
