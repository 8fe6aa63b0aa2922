import type { PartFacts } from "../call/link.ts";
import { changedParts, packageName } from "./changed-parts.ts";

/** What an edit did to one part of a target's code. */
export interface PartChange {
  /** `src/text.ts#normalize`, or `package lodash@4.17.21`. */
  readonly label: string;
  readonly kind: PartFacts["kind"];
  readonly what: "edited" | "upgraded" | "added" | "removed";
  /** Labels from the target to the part, both included. The part alone where nothing refers to it. */
  readonly chain: readonly ChainLink[];
  /** Relative to the root, with the line in the version that has it. */
  readonly file?: string;
  readonly line?: number;
  /** Hashes of the texts of its module. */
  readonly textBefore?: string;
  readonly textAfter?: string;
  /** Of an upgraded package: its former label. */
  readonly former?: string;
}

export interface ChainLink {
  readonly label: string;
  readonly kind: PartFacts["kind"];
}

/** What is remembered of a part of an earlier version. */
export type FormerPart = Pick<PartFacts, "label" | "digest"> & Partial<PartFacts>;

/** In the order of `changedParts`. */
export function describeChanges(before: readonly FormerPart[], after: readonly PartFacts[]): PartChange[] {
  const old = byLabel(before);
  const current = byLabel(after);
  return changedParts(before, after).map((label) => describeChange(label, old, current));
}

function describeChange(
  label: string,
  old: ReadonlyMap<string, FormerPart>,
  current: ReadonlyMap<string, PartFacts>,
): PartChange {
  const before = old.get(label);
  const after = current.get(label);
  const part = after ?? before;
  const former = after !== undefined && before === undefined ? formerVersion(label, old) : undefined;
  return {
    label,
    kind: part?.kind ?? "statement",
    what:
      former !== undefined ? "upgraded" : after === undefined ? "removed" : before === undefined ? "added" : "edited",
    chain: after === undefined ? [{ label, kind: part?.kind ?? "statement" }] : chainTo(after, current),
    ...(part?.file === undefined ? {} : { file: part.file }),
    ...(part?.line === undefined ? {} : { line: part.line }),
    ...(before?.text === undefined ? {} : { textBefore: before.text }),
    ...(after?.text === undefined ? {} : { textAfter: after.text }),
    ...(former === undefined ? {} : { former }),
  };
}

function chainTo(part: PartFacts, parts: ReadonlyMap<string, PartFacts>): ChainLink[] {
  const chain: ChainLink[] = [];
  const seen = new Set<string>();
  for (let at: PartFacts | undefined = part; at !== undefined && !seen.has(at.label);) {
    chain.unshift({ label: at.label, kind: at.kind });
    seen.add(at.label);
    at = at.via === undefined ? undefined : parts.get(at.via);
  }
  return chain;
}

function formerVersion(label: string, old: ReadonlyMap<string, FormerPart>): string | undefined {
  const name = packageName(label);
  return name === undefined ? undefined : [...old.keys()].find((other) => packageName(other) === name);
}

/** The first of each label: the one that was reached first. */
function byLabel<Part extends FormerPart>(parts: readonly Part[]): ReadonlyMap<string, Part> {
  const found = new Map<string, Part>();
  for (const part of parts) if (!found.has(part.label)) found.set(part.label, part);
  return found;
}
