import type { TargetOptions } from "../config/target-options.ts";
import { AstrocacheError } from "../errors.ts";
import type { Caller, RawCall, Slot } from "./caller.ts";
import type { GivenTarget, Linker, TargetFacts } from "./link.ts";
import type { Pipeline } from "./pipeline.ts";
import type { Wrapped } from "./site.ts";
import type { AsyncSteps, Steps } from "./steps.ts";

export interface WrapperContext {
  readonly linker: Linker;
  readonly caller: Caller;
  readonly pipeline: Pipeline;
}

/** Answers the calls of a function that the program has memoized by `cache`. It is keyed by its arguments as they are given. */
export function wrapFunction(
  fn: Function,
  options: TargetOptions,
  { linker, caller, pipeline }: WrapperContext,
): Wrapped {
  let slot: Slot | undefined;
  let given: GivenTarget | undefined;
  const slotOf = (): Slot => {
    // A function is known by its name once its module has run to its end.
    if (slot?.generation === linker.generation && given !== undefined) return slot;
    given = linker.given(fn, options);
    if (given !== undefined) refuseUnknownInputs(given.facts);
    slot =
      given === undefined ? caller.prepare(strange(fn, options), UNTRACKED) : caller.prepare(given.facts, given.link);
    return slot;
  };
  const rawCall = (receiver: unknown, args: readonly unknown[]): RawCall => ({
    parameters: seen(args, given?.arity),
    body: () => Reflect.apply(fn, receiver, args),
    receiver,
    captures: given?.captures,
  });
  return {
    call(receiver, args) {
      const run = (): unknown => {
        const own = slotOf();
        const raw = rawCall(receiver, args);
        return caller.mayAnswer(own) ? caller.call(own, raw) : raw.body();
      };
      return inForm(slotOf().facts, run);
    },
    peek(receiver, args) {
      const keyed = caller.key(slotOf(), rawCall(receiver, args));
      return keyed.ok ? pipeline.peek(keyed.call) : undefined;
    },
    forget(receiver, args) {
      const keyed = caller.key(slotOf(), rawCall(receiver, args));
      return keyed.ok && pipeline.forget(keyed.call);
    },
  };
}

/** The arguments that the function can see: one that is missing is one that is undefined. */
function seen(args: readonly unknown[], arity: number | undefined): readonly unknown[] {
  return arity === undefined ? args : Array.from({ length: arity }, (_, place) => args[place]);
}

/** What a function of that kind gives, where the answer stands for its body. */
function inForm({ generator, isAsync }: TargetFacts, run: () => unknown): unknown {
  if (generator === undefined) return isAsync ? settle(run) : run();
  return isAsync ? stepsLater(run) : steps(run);
}

async function settle(run: () => unknown): Promise<unknown> {
  return await run();
}

function* steps(run: () => unknown): Generator<unknown, unknown> {
  return yield* run() as Steps;
}

async function* stepsLater(run: () => unknown): AsyncGenerator<unknown, unknown> {
  return yield* run() as AsyncSteps;
}

const UNTRACKED = { ok: false, note: { code: "function-untracked" } } as const;

/** A sync function that takes nothing. */
export const PLAIN = {
  parameters: [],
  isAsync: false,
  generator: undefined,
  usesThis: false,
  captures: [],
  privateFields: [],
} satisfies Partial<TargetFacts>;

/** What is said of a function that nothing is known of. */
function strange(fn: Function, options: TargetOptions): TargetFacts {
  const name = fn.name === "" ? "<anonymous>" : fn.name;
  return { id: `cache#${name}`, file: "", name, line: 0, options, ...PLAIN };
}

/** `ignore: "loger"` would leave the logger in the key without a word. */
function refuseUnknownInputs({ name, parameters, captures, usesThis, options }: TargetFacts): void {
  const inputs = [...parameters, ...captures, ...(usesThis ? ["this"] : [])].filter((input) => input !== "");
  const unknown = options.ignore.find((path) => !inputs.includes(path.split(".", 1)[0] ?? ""));
  if (unknown === undefined) return;
  throw new AstrocacheError("INVALID_OPTION", `cache: ignore ${unknown} names no input of ${name}`, {
    remedy: inputs.length === 0 ? "It has none with a plain name." : `It has ${inputs.join(", ")}.`,
  });
}
