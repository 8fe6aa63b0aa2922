/** Makes the objects that heads describe. Prototypes come from the table of builtins, the resolver, or the value itself. */
import { globalObject } from "../key/globals.ts";
import { intrinsicPrototype } from "../key/intrinsics.ts";
import { descriptorOf, elementSize } from "../key/primordials.ts";
import { makeSlab } from "../key/slabs.ts";
import { DecodeError } from "./decode-error.ts";
import { makeError } from "./read-error.ts";
import { makePlatform } from "./read-platform.ts";
import type { Reader, Started } from "./reader.ts";
import { isRecorded, StepsContent } from "./steps-content.ts";
import { streamOf } from "./stream-content.ts";
import { Tag } from "./tags.ts";

const { allocUnsafeSlow } = Buffer;

export function readHead(r: Reader, first: number): Started {
  const index = r.reserve();
  let tag = first;
  if (tag === Tag.global) return makeGlobal(r, index);
  if (tag === Tag.readable) return makeStream(r, index);
  if (tag === Tag.steps) return makeSteps(r, index);
  const sealedIn = tag === Tag.sealedIn;
  if (sealedIn) tag = r.in.byte();
  const prototype = tag === Tag.prototype ? readPrototype(r) : undefined;
  if (prototype !== undefined) tag = r.in.byte();
  const length = tag === Tag.array ? r.in.size() : 0;
  const object = tag === Tag.array ? makeArray(r, length) : makeObject(r, tag);
  if (prototype !== undefined) Object.setPrototypeOf(object, prototype);
  r.objects[index] = object;
  return { object, kind: tag, sealedIn, length };
}

function makeGlobal(r: Reader, index: number): Started {
  const object = globalObject(r.in.text());
  if (object === undefined) throw new DecodeError("this Node has no such builtin");
  return whole(r, index, object);
}

function makeStream(r: Reader, index: number): Started {
  const isBytes = r.in.byte() === 1;
  const chunks = r.value();
  const isChunk = (chunk: unknown): chunk is string | Uint8Array =>
    (typeof chunk === "string" && !isBytes) || (chunk instanceof Uint8Array && (!isBytes || chunk.byteLength > 0));
  if (!Array.isArray(chunks) || !chunks.every(isChunk)) throw new DecodeError("a stream of something else");
  return whole(r, index, streamOf(isBytes, chunks));
}

function makeSteps(r: Reader, index: number): Started {
  if (index !== 0) throw new DecodeError("a generator inside of a value");
  const name = r.in.text();
  const recorded = r.value();
  if (!isRecorded(recorded)) throw new DecodeError("steps of something else");
  return whole(r, index, new StepsContent({ name, recorded }));
}

/** That is all there is to read. */
function whole(r: Reader, index: number, object: object): Started {
  r.objects[index] = object;
  return { object, kind: Tag.global, sealedIn: false, length: 0 };
}

function readPrototype(r: Reader): object | null {
  const tag = r.in.byte();
  if (tag === Tag.protoNull) return null;
  const prototype =
    tag === Tag.protoIntrinsic
      ? intrinsicPrototype(r.in.text())
      : tag === Tag.protoClass
        ? classPrototype(r)
        : tag === Tag.protoObject
          ? r.value()
          : undefined;
  if (typeof prototype !== "object" || prototype === null) throw new DecodeError("a prototype is missing");
  return prototype;
}

function classPrototype(r: Reader): unknown {
  const constructor = r.classOf(r.in.text());
  return constructor === undefined ? undefined : descriptorOf(constructor, "prototype")?.value;
}

/** `length` may be hostile, or that of an honest sparse array: memory is taken only for what the bytes can fill. */
function makeArray(r: Reader, length: number): unknown[] {
  if (length > 2 ** 32 - 1) throw new DecodeError("an array is too long");
  const array: unknown[] = [];
  if (length <= r.in.left) return array;
  // An element far out makes V8 keep the elements in a dictionary.
  array[length - 1] = undefined;
  array.length = length;
  Reflect.deleteProperty(array, length - 1);
  return array;
}

function makeObject(r: Reader, tag: number): object {
  switch (tag) {
    case Tag.ordinary:
      return {};
    case Tag.map:
      return new Map();
    case Tag.set:
      return new Set();
    case Tag.date:
      return new Date(r.in.double());
    case Tag.regExp:
      return new RegExp(r.in.text(), r.in.text());
    case Tag.error:
      return makeError(r, () => new Error());
    case Tag.buffer:
      return makeBuffer(r, undefined);
    case Tag.resizable:
      return makeBuffer(r, r.in.size());
    case Tag.slab:
      return readSlab(r);
    case Tag.view:
      return makeView(r, false);
    case Tag.window:
      return makeView(r, true);
    case Tag.boxed:
      return makeBoxed(r);
    default:
      return makePlatform(r, tag);
  }
}

function makeBoxed(r: Reader): object {
  const tag = r.in.peek();
  const value = r.value();
  if ((typeof value === "object" && value !== null) || value === undefined || value === null)
    throw new DecodeError(`a boxed value is none (${tag})`);
  return Object(value) as object;
}

function makeBuffer(r: Reader, maxByteLength: number | undefined): ArrayBuffer {
  const size = r.in.count();
  r.take(maxByteLength ?? 0);
  const buffer = maxByteLength === undefined ? makeFixed(size) : makeResizable(size, maxByteLength);
  new Uint8Array(buffer).set(r.in.bytes(size));
  return buffer;
}

/** Memory that is written over at once need not be zeros first: 1 MB in 94 µs, not 223. */
function makeFixed(size: number): ArrayBuffer {
  const { buffer } = allocUnsafeSlow(size);
  return buffer instanceof ArrayBuffer && buffer.byteLength === size ? buffer : new ArrayBuffer(size);
}

/** Options of `ArrayBuffer` that the ES2023 types do not know. */
function makeResizable(size: number, maxByteLength: number): ArrayBuffer {
  return Reflect.construct(ArrayBuffer, [size, { maxByteLength }]) as ArrayBuffer;
}

function readSlab(r: Reader): ArrayBuffer {
  const size = r.in.size();
  r.take(size);
  return makeSlab(size);
}

function makeView(r: Reader, window: boolean): object {
  const name = r.in.text();
  const byteOffset = r.in.size();
  const byteLength = r.in.size();
  const buffer = r.value();
  if (!(buffer instanceof ArrayBuffer) || byteOffset + byteLength > buffer.byteLength)
    throw new DecodeError("a view has no buffer");
  if (window) new Uint8Array(buffer, byteOffset, byteLength).set(r.in.bytes(byteLength));
  if (name === "Buffer") return Buffer.from(buffer, byteOffset, byteLength);
  const size = elementSize(name);
  const constructor = size === undefined ? undefined : intrinsicPrototype(name)?.constructor;
  if (size === undefined || constructor === undefined) throw new DecodeError("a view of an unknown kind");
  return Reflect.construct(constructor, [buffer, byteOffset, byteLength / size]) as object;
}
