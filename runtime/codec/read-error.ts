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

/** Spares the cost of a trace. `Error` may be frozen: then the trace is made, and replaced. */
function makeQuietly(make: () => object): object {
  const hadLimit = Object.hasOwn(Error, "stackTraceLimit");
  const limit = Error.stackTraceLimit;
  const isSet = Reflect.set(Error, "stackTraceLimit", 0);
  try {
    return make();
  } finally {
    if (isSet && hadLimit) Reflect.set(Error, "stackTraceLimit", limit);
    else if (isSet) Reflect.deleteProperty(Error, "stackTraceLimit");
  }
}
