import { reasonsOfCode } from "./reasons/code.ts";
import { reasonsOfFunctions } from "./reasons/functions.ts";
import type { Reason } from "./reasons/reason.ts";
import { reasonsOfValues } from "./reasons/values.ts";

const table = { ...reasonsOfFunctions, ...reasonsOfCode, ...reasonsOfValues } as const;

export type ReasonCode = keyof typeof table;

/**
 * Everything that astrocache cannot track or keep, as one table. `inspect` prints these rows, the runtime emits their
 * codes, the README lists them. Adding a reason is adding a row.
 */
export const reasons: Readonly<Record<ReasonCode, Reason>> = table;

/** A reason with the place it was found at. */
export interface ReasonNote {
  readonly code: ReasonCode;
  /** What exactly, where it helps: a path inside a value, a specifier, a name. */
  readonly detail?: string;
  readonly file?: string;
  readonly line?: number;
}
