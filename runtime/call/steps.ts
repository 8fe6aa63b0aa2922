import type { TargetFacts } from "./link.ts";

/** A generator object, as far as `yield*` uses it. */
export interface Steps extends Iterable<unknown> {
  next(sent: unknown): IteratorResult<unknown, unknown>;
  throw(error: unknown): IteratorResult<unknown, unknown>;
  return(value: unknown): IteratorResult<unknown, unknown>;
}

export interface AsyncSteps extends AsyncIterable<unknown> {
  next(sent: unknown): Promise<IteratorResult<unknown, unknown>>;
  throw(error: unknown): Promise<IteratorResult<unknown, unknown>>;
  return(value: unknown): Promise<IteratorResult<unknown, unknown>>;
}

export type Steering = NonNullable<TargetFacts["generator"]>;

/** Steps that are known later. */
export function lateSteps(steps: Promise<AsyncSteps>): AsyncSteps {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: async (sent) => await (await steps).next(sent),
    throw: async (error) => await (await steps).throw(error),
    return: async (value) => await (await steps).return(value),
  };
}
