import type { PartFacts } from "../call/link.ts";

/**
 * Labels of the parts in which two versions of a target's code differ: those whose own text was edited, and packages of
 * another version. A part that changed only because of what it reaches is not named, nor is one that came or went with an
 * edit elsewhere, unless there is nothing else to name.
 */
export function changedParts(before: readonly PartFacts[], after: readonly PartFacts[]): string[] {
  const edited = differing(digests(before, ownDigest), digests(after, ownDigest));
  const roots = [...edited.both, ...edited.upgraded];
  if (roots.length > 0) return roots.sort();
  if (edited.one.size > 0) return [...edited.one].sort();
  const moved = differing(digests(before, fullDigest), digests(after, fullDigest));
  return [...moved.both].sort();
}

interface Difference {
  /** Labels of both versions whose digests differ. */
  readonly both: ReadonlySet<string>;
  /** Packages, in the later version's label, that were there in another version. */
  readonly upgraded: ReadonlySet<string>;
  /** Labels of one version only, but for those of upgraded packages. */
  readonly one: ReadonlySet<string>;
}

type DigestOf = (part: PartFacts) => string;
const ownDigest: DigestOf = ({ own, digest }) => own ?? digest;
const fullDigest: DigestOf = ({ digest }) => digest;

/** Several parts may have one label: their digests count together. */
function digests(parts: readonly PartFacts[], digestOf: DigestOf): Map<string, string> {
  const lists = new Map<string, string[]>();
  for (const part of parts) {
    const list = lists.get(part.label);
    if (list === undefined) lists.set(part.label, [digestOf(part)]);
    else list.push(digestOf(part));
  }
  return new Map([...lists].map(([label, list]) => [label, list.sort().join(" ")]));
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Difference {
  const both = new Set<string>();
  const one = new Set<string>();
  for (const [label, digest] of after) {
    const former = before.get(label);
    if (former === undefined) one.add(label);
    else if (former !== digest) both.add(label);
  }
  for (const label of before.keys()) if (!after.has(label)) one.add(label);
  const arrived = new Set([...one].filter((label) => after.has(label)).map(packageName));
  const left = new Set([...one].filter((label) => before.has(label)).map(packageName));
  const upgraded = new Set<string>();
  for (const label of one) {
    const name = packageName(label);
    if (name === undefined || !arrived.has(name) || !left.has(name)) continue;
    one.delete(label);
    if (after.has(label)) upgraded.add(label);
  }
  return { both, upgraded, one };
}

/** `lodash` of `package lodash@4.17.21`. */
function packageName(label: string): string | undefined {
  return /^package (.+)@[^@]*$/.exec(label)?.[1];
}
