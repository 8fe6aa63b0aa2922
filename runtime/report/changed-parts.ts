import type { PartFacts } from "../call/link.ts";

export type Digested = Pick<PartFacts, "label" | "digest">;

/**
 * Labels of the parts in which two versions of a target's code differ: those whose own text was edited, and packages of
 * another version. A part that came or went is not named beside them, since an edit elsewhere brought or took it.
 */
export function changedParts(before: readonly Digested[], after: readonly Digested[]): string[] {
  const { edited, upgraded, single } = compare(digests(before), digests(after));
  const roots = [...edited, ...upgraded];
  return (roots.length > 0 ? roots : [...single]).sort();
}

interface Difference {
  /** Labels of both versions whose digests differ. */
  readonly edited: ReadonlySet<string>;
  /** Packages, in the later version's label, that were there in another version. */
  readonly upgraded: ReadonlySet<string>;
  /** Labels of one version only, but for those of upgraded packages. */
  readonly single: ReadonlySet<string>;
}

type Digests = ReadonlyMap<string, string>;

/** Several parts may have one label: their digests count together. */
function digests(parts: readonly Digested[]): Digests {
  const lists = new Map<string, string[]>();
  for (const { label, digest } of parts) {
    const list = lists.get(label);
    if (list === undefined) lists.set(label, [digest]);
    else list.push(digest);
  }
  return new Map([...lists].map(([label, list]) => [label, list.sort().join(" ")]));
}

function compare(before: Digests, after: Digests): Difference {
  const edited = new Set(
    [...after].filter(([label, digest]) => before.has(label) && before.get(label) !== digest).map(([label]) => label),
  );
  const gone = [...before.keys()].filter((label) => !after.has(label));
  const come = [...after.keys()].filter((label) => !before.has(label));
  const goneNames = packageNames(gone);
  const comeNames = packageNames(come);
  const isUpgrade = (label: string): boolean => {
    const name = packageName(label);
    return name !== undefined && goneNames.has(name) && comeNames.has(name);
  };
  return {
    edited,
    upgraded: new Set(come.filter(isUpgrade)),
    single: new Set([...gone, ...come].filter((label) => !isUpgrade(label))),
  };
}

function packageNames(labels: readonly string[]): ReadonlySet<string | undefined> {
  return new Set(labels.map(packageName));
}

/** `lodash` of `package lodash@4.17.21`. */
export function packageName(label: string): string | undefined {
  return /^package (.+)@[^@]*$/.exec(label)?.[1];
}
