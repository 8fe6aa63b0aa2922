import type { PartFacts } from "../../call/link.ts";
import type { Totals } from "../tally.ts";

/** Everything that the page of a run shows. */
export interface PageData {
  readonly project: string;
  /** The entry file and its arguments. */
  readonly command: readonly string[];
  /** Milliseconds since the epoch. */
  readonly endedAt: number;
  readonly totals: Totals;
  readonly graph: PageGraph;
}

/** The code that the targets reach, each part once. */
export interface PageGraph {
  readonly parts: readonly PagePart[];
  /** By the target's place in `totals.targets`: the part that it is. Null where its code could not be followed. */
  readonly roots: readonly (number | null)[];
}

export interface PagePart {
  /** `src/text.ts#normalize` */
  readonly label: string;
  readonly kind: PartFacts["kind"];
  readonly file: string | null;
  readonly line: number | null;
  /** Places of the parts that it refers to. */
  readonly refs: readonly number[];
  /** Since the run before. */
  readonly changed: boolean;
  readonly source: string | null;
}

export interface GraphSource {
  /** For each target the parts of its code, itself first. Undefined where they are not known. */
  readonly targets: readonly (readonly PartFacts[] | undefined)[];
  readonly changed: ReadonlySet<string>;
  /** The text of a module, by its hash. */
  textOf(hash: string): string | undefined;
}

/** Characters of one part, and of all. */
const MAX_SOURCE = 6_000;
const MAX_SOURCES = 3_000_000;

export function pageGraph({ targets, changed, textOf }: GraphSource): PageGraph {
  const places = new Map<string, number>();
  const all: PartFacts[] = [];
  for (const part of targets.flatMap((parts) => parts ?? [])) {
    if (places.has(part.label)) continue;
    places.set(part.label, all.length);
    all.push(part);
  }
  let room = MAX_SOURCES;
  const parts = all.map((part): PagePart => {
    const source = room > 0 ? sourceOf(part, textOf) : null;
    room -= source?.length ?? 0;
    return {
      label: part.label,
      kind: part.kind,
      file: part.file ?? null,
      line: part.line ?? null,
      refs: part.refs.flatMap((label) => places.get(label) ?? []),
      changed: changed.has(part.label),
      source,
    };
  });
  return { parts, roots: targets.map((own) => places.get(own?.[0]?.label ?? "") ?? null) };
}

function sourceOf({ text, range }: PartFacts, textOf: GraphSource["textOf"]): string | null {
  const whole = text === undefined || range === undefined ? undefined : textOf(text);
  if (whole === undefined || range === undefined) return null;
  const [start, end] = range;
  const source = whole.slice(start, end);
  return source.length > MAX_SOURCE ? `${source.slice(0, MAX_SOURCE)}\n…` : source;
}
