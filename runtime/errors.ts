/** Where in a source text something stands. Lines and columns count from 1. */
export interface SourceLocation {
  /** A path relative to the root where there is one, else absolute. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type ErrorCode =
  | "UNKNOWN_SETTING"
  | "INVALID_SETTING"
  | "INVALID_PATTERN"
  | "INVALID_TAG"
  | "MISPLACED_TAG"
  | "INVALID_CONFIG"
  | "INVALID_OPTION"
  | "UNSUPPORTED_NODE"
  | "STRICT_REFUSAL"
  | "USAGE";

export interface ErrorDetails {
  /** What the user can do about it, as one sentence. */
  readonly remedy: string;
  readonly location?: SourceLocation;
  readonly cause?: unknown;
}

/**
 * The one error that astrocache throws: what happened, where, and what to do.
 * A failing store or an input that cannot be keyed is never an error; see `reasons.ts`.
 */
export class AstrocacheError extends Error {
  override readonly name = "AstrocacheError";
  readonly code: ErrorCode;
  readonly remedy: string;
  readonly location: SourceLocation | undefined;

  constructor(code: ErrorCode, what: string, details: ErrorDetails) {
    const { location, remedy, cause } = details;
    const where = location === undefined ? "" : `${location.file}:${location.line}:${location.column}: `;
    super(`astrocache: ${where}${what}. ${remedy}`, cause === undefined ? undefined : { cause });
    // Where in astrocache it was thrown helps nobody: the message says where in the user's files.
    this.stack = `${this.name} [${code}]: ${this.message}`;
    this.code = code;
    this.remedy = remedy;
    this.location = location;
  }
}
