/** What an object is by its brand (its internal slots), whatever its prototype and properties claim. */
import { types } from "node:util";
import { isArray, isView } from "./primordials.ts";

const t = { ...types };

export type Kind =
  | "ordinary"
  | "function"
  | "array"
  | "map"
  | "set"
  | "date"
  | "regexp"
  | "error"
  | "buffer"
  | "view"
  | "number"
  | "string"
  | "boolean"
  | "bigint"
  | "symbol"
  | "arguments"
  /** Its reads run code. */
  | "proxy"
  /** No stable meaning: promises, weak collections, iterators, shared memory, … */
  | "opaque";

/** The kind of an object. Runs no code of the object. */
export function kindOf(object: object): Kind {
  if (t.isProxy(object)) return "proxy";
  if (isArray(object)) return "array";
  if (typeof object === "function") return "function";
  if (isView(object)) return "view";
  if (t.isMap(object)) return "map";
  if (t.isSet(object)) return "set";
  if (t.isDate(object)) return "date";
  if (t.isNativeError(object)) return "error";
  if (t.isRegExp(object)) return "regexp";
  if (t.isArrayBuffer(object)) return "buffer";
  if (t.isBoxedPrimitive(object)) return boxedKind(object);
  if (t.isArgumentsObject(object)) return "arguments";
  return isOpaque(object) ? "opaque" : "ordinary";
}

function boxedKind(object: object): Kind {
  if (t.isStringObject(object)) return "string";
  if (t.isNumberObject(object)) return "number";
  if (t.isBooleanObject(object)) return "boolean";
  return t.isBigIntObject(object) ? "bigint" : "symbol";
}

function isOpaque(object: object): boolean {
  return (
    t.isPromise(object) ||
    t.isWeakMap(object) ||
    t.isWeakSet(object) ||
    t.isGeneratorObject(object) ||
    t.isSharedArrayBuffer(object) ||
    t.isMapIterator(object) ||
    t.isSetIterator(object) ||
    t.isModuleNamespaceObject(object) ||
    t.isExternal(object)
  );
}
