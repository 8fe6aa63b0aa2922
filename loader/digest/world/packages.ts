import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "../sha256.ts";

export interface PackageFacts {
  /** `lodash@4.17.21`. */
  readonly label: string;
  /** Over its version and the installed versions of everything beneath it. */
  readonly digest: string;
  /** The file's path inside the package. */
  readonly path: string;
}

/** Describes the installed package that a file belongs to. Undefined where it has no readable package.json. */
export type DescribePackage = (url: string) => PackageFacts | undefined;

/** Reads each package.json once: what is installed does not change under a running program. */
export function createPackageReader(): DescribePackage {
  const manifests = new Map<string, Manifest | undefined>();
  const digests = new Map<string, string>();
  const read = (folder: string): Manifest | undefined => {
    if (!manifests.has(folder)) manifests.set(folder, readManifest(folder));
    return manifests.get(folder);
  };
  return (url) => {
    const file = fileURLToPath(url);
    const folder = packageFolder(file);
    const manifest = read(folder);
    if (manifest === undefined) return undefined;
    let digest = digests.get(folder);
    if (digest === undefined) {
      digest = sha256(["package", ...installedBeneath(folder, read)]);
      digests.set(folder, digest);
    }
    return {
      label: `${manifest.name}@${manifest.version}`,
      digest,
      path: file.slice(folder.length + 1).replaceAll("\\", "/"),
    };
  };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: readonly string[];
}

type ReadManifest = (folder: string) => Manifest | undefined;

/** Names and versions of the package and of all that it can load, sorted by code unit. */
function installedBeneath(folder: string, read: ReadManifest): string[] {
  const versions = new Set<string>();
  const queue = [folder];
  const seen = new Set(queue);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const manifest = read(next);
    if (manifest === undefined) continue;
    versions.add(`${manifest.name}@${manifest.version}`);
    for (const name of manifest.dependencies) {
      const found = findDependency(next, name, read);
      if (found === undefined || seen.has(found)) continue;
      seen.add(found);
      queue.push(found);
    }
  }
  return [...versions].sort();
}

/** Looks in the node_modules folders from the package upwards, as Node does, and follows links, as pnpm lays them. */
function findDependency(from: string, name: string, read: ReadManifest): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (read(candidate) !== undefined) return realpathSync(candidate);
    if (dirname(folder) === folder) return undefined;
  }
}

/** `/a/node_modules/@b/c/d.js` → `/a/node_modules/@b/c`. */
function packageFolder(file: string): string {
  const parts = file.split(/[/\\]/);
  const place = parts.lastIndexOf("node_modules");
  const length = parts[place + 1]?.startsWith("@") === true ? 3 : 2;
  return parts.slice(0, place + length).join("/");
}

function readManifest(folder: string): Manifest | undefined {
  const text = readIfThere(join(folder, "package.json"));
  if (text === undefined) return undefined;
  const manifest = JSON.parse(text) as { name?: string; version?: string } & Record<string, object | undefined>;
  const names = ["dependencies", "optionalDependencies", "peerDependencies"].flatMap((field) =>
    Object.keys(manifest[field] ?? {}),
  );
  return { name: manifest.name ?? "", version: manifest.version ?? "", dependencies: names };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    // Most candidates are not there; whatever else keeps a manifest from being read hides the package as well.
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
