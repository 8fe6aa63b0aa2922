/** Makes objects of Node and the web again. */
import { disguise } from "../key/fetched.ts";
import { intrinsicPrototype } from "../key/intrinsics.ts";
import { call, descriptorOf } from "../key/primordials.ts";
import { DecodeError } from "./decode-error.ts";
import { makeError } from "./read-error.ts";
import type { Reader } from "./reader.ts";
import { Tag } from "./tags.ts";

export function makePlatform(r: Reader, tag: number): object {
  switch (tag) {
    case Tag.url:
      return new URL(r.in.text());
    case Tag.searchParams:
      return new URLSearchParams(r.in.text());
    case Tag.linkedParams:
      return linkedParams(r);
    case Tag.headers:
      return fill(new Headers(), r);
    case Tag.formData:
      return fill(new FormData(), r);
    case Tag.domException: {
      const [message, name] = [text(r), text(r)];
      return makeError(r, () => new DOMException(message, name));
    }
    case Tag.blob:
      return new Blob(blobParts(r), { type: r.in.text() });
    case Tag.file:
      return makeFile(r);
    case Tag.response:
      return makeResponse(r);
    case Tag.temporal:
      return makeTemporal(r.in.text(), r.in.text());
    default:
      throw new DecodeError("an object of an unknown kind");
  }
}

function text(r: Reader): string {
  const value = r.value();
  if (typeof value !== "string") throw new DecodeError("text was expected");
  return value;
}

function linkedParams(r: Reader): object {
  const url = r.reference();
  if (!(url instanceof URL)) throw new DecodeError("parameters without their URL");
  return url.searchParams;
}

function fill(target: { append(name: string, value: never): void }, r: Reader): object {
  for (let pairs = r.in.count() / 2; pairs > 0; pairs--) target.append(text(r), r.value() as never);
  return target;
}

function blobParts(r: Reader): Uint8Array<ArrayBuffer>[] {
  const bytes = r.body(r.in.size());
  return bytes === null ? [] : [bytes];
}

function makeFile(r: Reader): object {
  const parts = blobParts(r);
  const type = r.in.text();
  if (r.in.byte() !== Tag.end) throw new DecodeError("a file without a name");
  const name = text(r);
  return Reflect.construct(intrinsicPrototype("File")?.constructor ?? Blob, [
    parts,
    name,
    { type, lastModified: r.value() },
  ]) as object;
}

/** What no constructor sets stands on the object itself, as far as it is not what every new Response has. */
function makeResponse(r: Reader): object {
  const [status, statusText] = [r.value(), r.value()];
  const state = { url: r.value(), type: r.value(), redirected: r.value() };
  const place = r.reserve();
  const isGuarded = r.in.byte() === 1;
  const headers = fill(new Headers(), r);
  const response = Reflect.construct(Response, [r.body(r.in.size()), { status, statusText, headers }]) as Response;
  r.objects[place] = response.headers;
  return disguise(response, state, isGuarded);
}

function makeTemporal(base: string, text: string): object {
  const constructor = base.startsWith("Temporal.") ? intrinsicPrototype(base)?.constructor : undefined;
  const from: unknown = constructor === undefined ? undefined : descriptorOf(constructor, "from")?.value;
  if (typeof from !== "function") throw new DecodeError("this Node has no such class");
  return (call.bind(from) as (self: unknown, text: string) => object)(constructor, text);
}
