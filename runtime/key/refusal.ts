import type { ReasonCode } from "../reasons.ts";

/**
 * Thrown inside the encoders where a value has no stable meaning or would not come back equal, and turned into an
 * outcome at their rim. No Error: a stack trace would cost more than the encoding.
 */
export class Refusal {
  readonly code: ReasonCode | "opaque";
  /** What was found: `class instance Socket`. */
  readonly detail: string;

  /** `opaque` stands for the code of the root it was found under. */
  constructor(code: ReasonCode | "opaque", detail: string) {
    this.code = code;
    this.detail = detail;
  }
}

/** What was thrown while a value was read, for messages. */
export function describeFailure(failure: unknown): string {
  return failure instanceof Error ? `reading it failed: ${failure.message}` : "reading it failed";
}
