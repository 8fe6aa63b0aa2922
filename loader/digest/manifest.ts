import type { Link, PartFacts } from "../../runtime/call/link.ts";
import type { ModuleDigests } from "./module-digests.ts";

/** The digests of a program, as `docs/digest-format.md` describes them. */
export interface Manifest {
  readonly version: 1;
  readonly modules: readonly ManifestModule[];
  readonly targets: readonly ManifestTarget[];
}

export interface ManifestModule {
  /** Relative to the root, with `/`. */
  readonly file: string;
  /** Of the module by itself. Null where it cannot be read or parsed. */
  readonly digest: string | null;
  /** Over the module and all that it imports. */
  readonly chained: string | null;
}

export interface ManifestTarget {
  /** `my-app:src/a.ts#price` */
  readonly id: string;
  /** Programs in which this is its digest, by their first module; left out where it has one digest in all. */
  readonly entries?: readonly string[];
  /** Null where the code cannot be followed. */
  readonly codeDigest: string | null;
  /** What the digest was made of, for `--diff`. */
  readonly parts: readonly PartFacts[];
}

/** `urls`: modules of the program's own, without those of packages. In order of their paths. */
export function manifestModules(
  urls: Iterable<string>,
  digests: ModuleDigests,
  fileOf: (url: string) => string,
): ManifestModule[] {
  return [...urls]
    .filter((url) => !url.includes("/node_modules/"))
    .map((url) => ({ file: fileOf(url), digest: digests.own(url) ?? null, chained: digests.chained(url) ?? null }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

export function manifestTarget(id: string, link: Link): ManifestTarget {
  return link.ok ? { id, codeDigest: link.codeDigest, parts: link.parts() } : { id, codeDigest: null, parts: [] };
}
