/** Real generator objects that do what their steps do. */
import type { AsyncSteps, Steps } from "./steps.ts";

/** What no code can tell from an object that inherits from `prototype`, as a generator function makes one. */
export function generatorOver(steps: Steps, prototype: object): Generator {
  const object = delegate(begun(steps));
  // Now that it waits inside `yield*`, `return` and `throw` reach the steps as well.
  object.next();
  return Object.setPrototypeOf(object, prototype) as Generator;
}

/** `isBegun`: it is handed out later, so that it may begin now. Else `return` and `throw` before the first `next` end it by themselves. */
export function asyncGeneratorOver(steps: AsyncSteps, prototype: object, isBegun: boolean): AsyncGenerator {
  const object = isBegun ? delegateLater(begunLater(steps)) : delegateLater(steps);
  if (isBegun) void object.next();
  return Object.setPrototypeOf(object, prototype) as AsyncGenerator;
}

function* delegate(steps: Steps): Generator<unknown, unknown> {
  return yield* steps;
}

async function* delegateLater(steps: AsyncSteps): AsyncGenerator<unknown, unknown> {
  return yield* steps;
}

function begun(steps: Steps): Steps {
  let isFirst = true;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next(sent) {
      if (!isFirst) return steps.next(sent);
      isFirst = false;
      return { value: undefined, done: false };
    },
    throw: (error) => steps.throw(error),
    return: (value) => steps.return(value),
  };
}

function begunLater(steps: AsyncSteps): AsyncSteps {
  let isFirst = true;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next(sent) {
      if (!isFirst) return await steps.next(sent);
      isFirst = false;
      return { value: undefined, done: false };
    },
    throw: async (error) => await steps.throw(error),
    return: async (value) => await steps.return(value),
  };
}
