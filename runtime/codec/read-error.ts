import { DecodeError } from "./decode-error.ts";
import type { Reader } from "./reader.ts";

/** Makes an error of which the bytes say whether it has the `stack` that every new error has, its first key. */
export function makeError(r: Reader, make: () => object): object {
  const error = makeQuietly(make);
  const hasStack = r.in.byte();
  if (hasStack > 1) throw new DecodeError("an error is malformed");
  if (hasStack === 0) Reflect.deleteProperty(error, "stack");
  return error;
}

/** Spares the cost of a trace. */
function makeQuietly(make: () => object): object {
  const limit = Object.getOwnPropertyDescriptor(Error, "stackTraceLimit");
  const isChanged = Reflect.defineProperty(Error, "stackTraceLimit", {
    value: 0,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  try {
    return make();
  } finally {
    if (isChanged) {
      if (limit === undefined) Reflect.deleteProperty(Error, "stackTraceLimit");
      else Reflect.defineProperty(Error, "stackTraceLimit", limit);
    }
  }
}
