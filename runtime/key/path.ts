/** One step from a value into it: a property, an index, or a label such as `<key 2>`. */
export type Segment = string | number | symbol | { readonly label: string };

/** Where postponed content belongs: the steps to it, after those of the postponed content that it was found in. */
export interface Trail {
  readonly before: Trail | undefined;
  readonly steps: readonly Segment[];
}

/** All steps of a trail, in order. */
export function stepsOf(trail: Trail | undefined): Segment[] {
  const parts: (readonly Segment[])[] = [];
  for (let part = trail; part !== undefined; part = part.before) parts.unshift(part.steps);
  return parts.flat();
}

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** `options.rows[3]["odd key"]<value 1>`, for people. Long paths lose their middle. */
export function formatPath(root: string, segments: readonly Segment[]): string {
  const steps = segments.length > 40 ? [...segments.slice(0, 30), { label: "…" }, ...segments.slice(-9)] : segments;
  return root + steps.map(formatSegment).join("");
}

function formatSegment(segment: Segment): string {
  if (typeof segment === "number") return `[${segment}]`;
  if (typeof segment === "symbol") return `[${segment.toString()}]`;
  if (typeof segment === "object") return segment.label;
  return identifier.test(segment)
    ? `.${segment}`
    : `[${JSON.stringify(segment.length > 60 ? `${segment.slice(0, 60)}…` : segment)}]`;
}
