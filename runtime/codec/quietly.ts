/** Makes an error without a trace of where it was made; it has a `stack` all the same, as every error of V8. */
export function makeQuietly<T extends object>(make: () => T): T {
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
