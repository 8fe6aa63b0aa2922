import { DecodeError } from "./decode-error.ts";
import { define } from "./define.ts";
import { readHead } from "./read-head.ts";
import { readSymbol } from "./read-symbol.ts";
import { readRest } from "./read-rest.ts";
import type { Reader, ReadShape } from "./reader.ts";
import { Tag } from "./tags.ts";

/** Reads the one value that the bytes are. */
export function readRoot(r: Reader): unknown {
  if (r.in.peek() === Tag.bodies) r.bodies = readBodies(r);
  const value = readValue(r);
  // The list grows while it is walked.
  if (r.postponed !== undefined) for (const started of r.postponed) readRest(r, started);
  if (r.in.left > 0) throw new DecodeError("there are bytes after the value");
  return value;
}

function readBodies(r: Reader): Uint8Array<ArrayBuffer>[] {
  r.in.byte();
  const bodies: Uint8Array<ArrayBuffer>[] = [];
  for (let count = r.in.count(); count > 0; count--) bodies.push(new Uint8Array(r.in.bytes(r.in.size())));
  return bodies;
}

export function readValue(r: Reader): unknown {
  const tag = r.in.byte();
  switch (tag) {
    case Tag.ascii:
    case Tag.utf8:
    case Tag.utf16:
      return r.in.text(tag);
    case Tag.int8:
      return (r.in.byte() << 24) >> 24;
    case Tag.int32:
      return r.in.int32();
    case Tag.double:
      return r.in.double();
    case Tag.true:
      return true;
    case Tag.false:
      return false;
    case Tag.null:
      return null;
    case Tag.undefined:
      return undefined;
    case Tag.shaped:
      return readShaped(r);
    case Tag.plain:
      return readPlain(r);
    case Tag.reference:
      return r.reference();
    default:
      return readRare(r, tag);
  }
}

function readRare(r: Reader, tag: number): unknown {
  if (tag === Tag.bigint) return readBigInt(r.in.text());
  if (tag === Tag.registeredSymbol || tag === Tag.wellKnownSymbol) return readSymbol(r, tag);
  r.enter();
  const started = readHead(r, tag === Tag.postponed ? r.in.byte() : tag);
  if (started.kind !== Tag.global) {
    if (tag === Tag.postponed) (r.postponed ??= []).push(started);
    else readRest(r, started);
  }
  r.leave();
  return started.object;
}

function readBigInt(text: string): bigint {
  if (!/^-?[0-9a-f]+$/.test(text)) throw new DecodeError("a bigint is malformed");
  return text.startsWith("-") ? -BigInt(`0x${text.slice(1)}`) : BigInt(`0x${text}`);
}

function readPlain(r: Reader): object {
  const index = r.reserve();
  const keys: string[] = [];
  let assignable = true;
  for (let count = r.in.count(); count > 0; count--) {
    const key = r.in.text();
    if (key in Object.prototype) assignable = false;
    keys.push(key);
  }
  const shape: ReadShape = { keys, assignable };
  r.shapes.push(shape);
  return readFields(r, index, shape);
}

function readShaped(r: Reader): object {
  const index = r.reserve();
  const shape = r.shapes[r.in.size()];
  if (shape === undefined) throw new DecodeError("a list of keys is missing");
  return readFields(r, index, shape);
}

function readFields(r: Reader, index: number, { keys, assignable }: ReadShape): object {
  const object: Record<string, unknown> = {};
  r.objects[index] = object;
  r.enter();
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    const value = readValue(r);
    if (assignable) object[key] = value;
    else define(object, key, value, 7);
  }
  r.leave();
  return object;
}
