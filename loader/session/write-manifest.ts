import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ProgramLinker } from "../digest/linker.ts";
import { type Manifest, manifestModules, manifestTarget } from "../digest/manifest.ts";
import { ModuleDigests } from "../digest/module-digests.ts";
import { createPackageReader } from "../digest/world/packages.ts";
import type { LoadedProgram } from "./loaded-program.ts";
import { relativePath } from "./module-path.ts";

export interface ManifestPlace {
  readonly file: string;
  readonly root: string;
  readonly loaded: LoadedProgram;
  readonly linker: ProgramLinker;
  /** Writes to stderr. */
  print(text: string): void;
}

/** Writes the digests of all that a run loaded. A file that cannot be written is a line on stderr. */
export function writeManifest({ file, root, loaded, linker, print }: ManifestPlace): void {
  const { modules, resolver } = loaded;
  const fileOf = (url: string): string => relativePath(root, url);
  const digests = new ModuleDigests({
    modules,
    resolver,
    describePackage: createPackageReader(),
    relativePath: fileOf,
  });
  const targets = [...loaded.targets()].flatMap(({ url, index }) => {
    const target = linker.describe(url, index);
    return target === undefined ? [] : [manifestTarget(target.id, linker.link(url, index))];
  });
  const manifest: Manifest = {
    version: 1,
    modules: manifestModules(modules.loaded(), digests, fileOf),
    targets: targets.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}.tmp`, `${JSON.stringify(manifest, undefined, 2)}\n`);
    renameSync(`${file}.${process.pid}.tmp`, file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    print(`astrocache: the digests could not be written: ${why}\n`);
  }
}
