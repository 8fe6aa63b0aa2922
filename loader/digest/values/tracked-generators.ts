import type { GeneratorKind, GeneratorResolver } from "../../../runtime/call/link.ts";
import type { ClassResolver } from "../../../runtime/codec/writer.ts";
import type { FunctionFacts } from "../../analysis/functions/function-facts.ts";

/** What is asked of the linker. */
export interface GeneratorLookup {
  /** Names functions at module level, and finds them. */
  readonly names: ClassResolver;
  /** The function at module level whose property `prototype` this is. */
  makerOf(prototype: object): Function | undefined;
  factsOf(fn: Function): FunctionFacts | undefined;
}

/** Names generator functions by their code and their place, as classes are. */
export class TrackedGenerators implements GeneratorResolver {
  readonly #lookup: GeneratorLookup;

  constructor(lookup: GeneratorLookup) {
    this.#lookup = lookup;
  }

  of(prototype: object): GeneratorKind | undefined {
    const maker = this.#lookup.makerOf(prototype);
    const name = maker === undefined ? undefined : this.#lookup.names.nameOf(maker);
    return maker === undefined || name === undefined ? undefined : this.#kindOf(maker, name);
  }

  find(name: string): GeneratorKind | undefined {
    const maker = this.#lookup.names.find(name);
    return maker === undefined ? undefined : this.#kindOf(maker, name);
  }

  #kindOf(fn: Function, name: string): GeneratorKind | undefined {
    const facts = this.#lookup.factsOf(fn);
    const prototype: unknown = Object.getOwnPropertyDescriptor(fn, "prototype")?.value;
    if (facts?.isGenerator !== true || typeof prototype !== "object" || prototype === null) return undefined;
    const { isAsync, answersSent, answersReturn } = facts;
    return { name, prototype, isAsync, answersSent, answersReturn };
  }
}
