import type { Sketch } from "./sketch.ts";

/** How a call that was not seen before differs from the earlier one that is most like it. */
export interface Novelty {
  /** Calls that it was compared with. */
  readonly earlier: number;
  /** The first paths in which they differ. Empty where nothing is remembered, or the difference lies past what is. */
  readonly differs: readonly InputDifference[];
  /** Further ones. */
  readonly more: number;
}

export interface InputDifference {
  /** `options.k`, `rows[3].id`, `this.rate`, `env API_URL`. */
  readonly path: string;
  /** Absent where it has no such member. */
  readonly now?: string;
  readonly before?: string;
}

const MAX_SHOWN = 4;

/** `earlier`: oldest first; of those that are equally like it, the latest counts. */
export function compareWithNearest(call: Sketch, earlier: readonly Sketch[]): Novelty {
  let nearest: readonly InputDifference[] | undefined;
  for (const other of earlier) {
    const differences = compare(call, other);
    if (nearest === undefined || differences.length <= nearest.length) nearest = differences;
  }
  const differs = (nearest ?? []).slice(0, MAX_SHOWN);
  return { earlier: earlier.length, differs, more: (nearest?.length ?? 0) - differs.length };
}

function compare(call: Sketch, other: Sketch): InputDifference[] {
  const paths = new Set([...Object.keys(call), ...Object.keys(other)]);
  return [...paths]
    .filter((path) => call[path] !== other[path])
    .map((path) => ({ path, ...shown("now", call[path]), ...shown("before", other[path]) }));
}

/** Without the hash, which says nothing to people. */
function shown(key: "now" | "before", text: string | undefined): Partial<InputDifference> {
  return text === undefined ? {} : { [key]: text.replace(/ #[0-9a-f]{10}$/, "") };
}
