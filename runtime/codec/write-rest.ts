/** What an object holds once it exists: elements, entries, own properties. */
import { stackOfNewError } from "../key/errors.ts";
import { extraKeysOfArray, extraKeysOfView, isIndex } from "../key/extras.ts";
import { isDisguise } from "../key/fetched.ts";
import type { Kind } from "../key/kind.ts";
import {
  descriptorOf,
  mapForEach,
  mapSize,
  ownKeys,
  setForEach,
  setSize,
  unbox,
  viewParts,
  type ViewParts,
} from "../key/primordials.ts";
import { writeProperty, writeStack } from "./write-property.ts";
import { writeElements } from "./write-elements.ts";
import { isError, platformBase } from "./bases.ts";
import { Tag } from "./tags.ts";
import type { Writer } from "./writer.ts";

export function writeRest(w: Writer, object: object, kind: Kind): void {
  if (kind === "array") writeElements(w, object as unknown[]);
  else if (kind === "map") writeMap(w, object);
  else if (kind === "set") writeSet(w, object);
  const stack = isError(object, kind) ? stackOfNewError(object) : undefined;
  for (const key of ownKeysOf(object, kind)) {
    if (key === "stack" && stack !== undefined) writeStack(w, stack);
    else writeProperty(w, object, key as string | symbol);
  }
  w.out.byte(Tag.end);
}

/** The own keys that the head and the elements do not tell. */
function ownKeysOf(object: object, kind: Kind): readonly PropertyKey[] {
  // Node keeps its own state under symbols that are not registered.
  if (platformBase(object, kind) !== undefined)
    return ownKeys(object).filter((key) => typeof key === "string" && !isDisguise(object, key));
  switch (kind) {
    case "array": {
      const extra = extraKeysOfArray(object as unknown[]);
      return descriptorOf(object, "length")?.writable === false ? ["length", ...extra] : extra;
    }
    case "view":
      return (object as ArrayBufferView) instanceof DataView
        ? ownKeys(object)
        : extraKeysOfView(object as ArrayBufferView, viewParts(object) as ViewParts);
    case "string": {
      const { length } = unbox("string", object) as string;
      return ownKeys(object).filter((key) => key !== "length" && !(isIndex(key) && Number(key) < length));
    }
    default:
      return ownKeys(object);
  }
}

function writeMap(w: Writer, map: object): void {
  w.out.size(mapSize(map));
  let index = 0;
  mapForEach(map, (value, key) => {
    w.step({ label: `<key ${index}>` });
    w.value(key);
    w.step({ label: `<value ${index++}>` });
    w.value(value);
  });
}

function writeSet(w: Writer, set: object): void {
  w.out.size(setSize(set));
  let index = 0;
  setForEach(set, (value) => {
    w.step({ label: `<element ${index++}>` });
    w.value(value);
  });
}
