/** What a run that came to its end gave, step by step. */
export interface Recorded {
  readonly yielded: readonly unknown[];
  readonly returned: unknown;
}

/** The same, and which generator function it was, by the name that the resolver of generators gives it. */
export interface NamedSteps {
  readonly name: string;
  readonly recorded: Recorded;
}

/** What a generator object gave, to its end. Written in place of it; whoever answers makes the object anew. */
export class StepsContent {
  readonly #steps: NamedSteps;

  constructor(steps: NamedSteps) {
    this.#steps = steps;
  }

  /** Runs no code of the value, be it a proxy. */
  static of(value: unknown): NamedSteps | undefined {
    return typeof value === "object" && value !== null && #steps in value ? value.#steps : undefined;
  }
}

/** What came from a store may be of another shape, as where a function was no generator before. */
export function isRecorded(value: unknown): value is Recorded {
  return (
    typeof value === "object" &&
    value !== null &&
    "yielded" in value &&
    Array.isArray(value.yielded) &&
    "returned" in value
  );
}
