import { gzipSync } from "node:zlib";
import { named, withProperties } from "../named.ts";

const typed = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
];
const eight = (): ArrayBuffer => Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8).buffer;

export const binary = named([
  ...typed.map((constructor) => [`${constructor.name} of 8 bytes`, () => new constructor(eight())] as const),
  ["empty ArrayBuffer", () => new ArrayBuffer(0)],
  ["ArrayBuffer", () => eight()],
  ["ArrayBuffer of 100,000", () => new Uint8Array(100_000).fill(7).buffer],
  ["ArrayBuffer with a property", () => withProperties(eight(), { extra: 1 })],
  ["resizable ArrayBuffer", () => Reflect.construct(ArrayBuffer, [8, { maxByteLength: 16 }]) as object],
  ["resizable ArrayBuffer that is full", () => Reflect.construct(ArrayBuffer, [16, { maxByteLength: 16 }]) as object],
  ["detached ArrayBuffer", () => detached(), "both"],
  [
    "view of a resizable ArrayBuffer",
    () => new Uint8Array(Reflect.construct(ArrayBuffer, [8, { maxByteLength: 16 }]) as ArrayBuffer),
    "both",
  ],
  ["SharedArrayBuffer", () => new SharedArrayBuffer(8), "both"],
  ["view of a SharedArrayBuffer", () => new Uint8Array(new SharedArrayBuffer(8)), "both"],
  ["DataView", () => new DataView(eight())],
  ["DataView with an offset", () => new DataView(eight(), 2, 4)],
  ["DataView with a property", () => withProperties(new DataView(eight()), { extra: 1 })],
  ["empty Uint8Array", () => new Uint8Array(0)],
  ["Uint8Array with an offset", () => new Uint8Array(eight(), 2, 4)],
  ["Uint8Array of those bytes alone", () => Uint8Array.of(3, 4, 5, 6)],
  ["Uint8Array of 100,000", () => new Uint8Array(100_000).fill(3)],
  ["Uint8Array of 100,000, one byte another", () => new Uint8Array(100_000).fill(3).fill(4, 50_000, 50_001)],
  ["Float64Array with NaN and -0", () => Float64Array.of(NaN, -0, Infinity)],
  ["Uint8Array with a property", () => withProperties(new Uint8Array(3), { extra: 1 })],
  ["long Uint8Array with a property", () => withProperties(new Uint8Array(3000), { extra: 1 })],
  ["long Uint8Array with a hidden property", () => Object.defineProperty(new Uint8Array(3000), "extra", { value: 1 })],
  ["long Uint8Array with own constructor", () => withProperties(new Uint8Array(3000), { constructor: 1 })],
  ["non-extensible Uint8Array", () => Object.preventExtensions(new Uint8Array(3))],
  ["Uint8Array without its prototype", () => Object.setPrototypeOf(new Uint8Array(3), null) as object],
  ["two views of one buffer", () => twoViews()],
  ["two views of two buffers", () => ({ a: new Uint8Array(eight(), 0, 4), b: new Uint8Array(eight(), 4, 4) })],
  ["a view and its buffer", () => viewAndBuffer()],
  ["empty Buffer", () => Buffer.alloc(0)],
  ["Buffer of the pool", () => Buffer.from("pooled")],
  ["another Buffer of the pool", () => Buffer.from("Pooled")],
  ["two Buffers of the pool", () => [Buffer.from("a"), Buffer.from("b")]],
  ["overlapping Buffers of the pool", () => overlapping()],
  ["Buffer of its own", () => Buffer.alloc(6, "pooled1")],
  ["Buffer of 10,000", () => Buffer.alloc(10_000, "x")],
  ["slice of a Buffer", () => Buffer.alloc(20, "abcdefghij").subarray(5, 10)],
  ["Buffer of an ArrayBuffer with an offset", () => Buffer.from(eight(), 2, 4)],
  ["Buffer with a property", () => withProperties(Buffer.from("a"), { extra: 1 })],
  ["the memory pool of Buffer", () => Buffer.from("x").buffer, "both"],
  ["result of gzip", () => gzipSync("hello")],
  ["bytes as JSON writes a Buffer", () => Buffer.from("pooled").toJSON()],
]);

function detached(): ArrayBuffer {
  const buffer = eight();
  structuredClone(null, { transfer: [buffer] });
  return buffer;
}

function twoViews(): object {
  const buffer = eight();
  return { a: new Uint8Array(buffer, 0, 4), b: new Uint16Array(buffer, 4, 2) };
}

function viewAndBuffer(): object {
  const buffer = eight();
  return { view: new Uint8Array(buffer), buffer };
}

function overlapping(): object {
  const whole = Buffer.from("overlapping");
  return [whole, whole.subarray(2, 5)];
}
