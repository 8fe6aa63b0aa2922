import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { AstrocacheError } from "../errors.ts";

/** The project that a run belongs to. */
export interface Project {
  /** Absolute, with symbolic links followed, as Node does for the addresses of modules. Patterns and reports are relative to it. */
  readonly root: string;
  /** Name in package.json, else that of the folder. Stands in ids of targets and never in a key. */
  readonly name: string;
  /** Text of the package.json at the root. */
  readonly packageJson: string | undefined;
}

export interface ProjectPlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** `process.argv[1]`: undefined for `-e`, for the REPL and for text from a pipe. */
  readonly entry: string | undefined;
}

/**
 * `ASTROCACHE_ROOT`, else the folder of the nearest package.json above the entry file, else the same above the current
 * folder, else the current folder. A tool that is started from an installed package does not make that package the root.
 *
 * @throws AstrocacheError `INVALID_SETTING` if `ASTROCACHE_ROOT` is not a folder.
 */
export function findProject({ env, cwd, entry }: ProjectPlace): Project {
  const named = env["ASTROCACHE_ROOT"];
  if (named !== undefined && named !== "") return describe(givenFolder(named, cwd));
  const file = entry === undefined ? undefined : realPath(path.resolve(cwd, entry));
  const isOwn = file !== undefined && !file.split(path.sep).includes("node_modules");
  const here = realPath(cwd) ?? cwd;
  return (isOwn ? nearest(path.dirname(file)) : undefined) ?? nearest(here) ?? describe(here);
}

function givenFolder(named: string, cwd: string): string {
  const folder = realPath(path.resolve(cwd, named));
  if (folder !== undefined && statSync(folder).isDirectory()) return folder;
  const remedy = "Name an existing folder, or leave it unset: then it is the folder of the nearest package.json.";
  throw new AstrocacheError("INVALID_SETTING", `ASTROCACHE_ROOT=${named} is not a folder`, { remedy });
}

function nearest(folder: string): Project | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const packageJson = readText(path.join(at, "package.json"));
    if (packageJson !== undefined) return { root: at, name: nameIn(packageJson) ?? path.basename(at), packageJson };
    if (at === path.dirname(at)) return undefined;
  }
}

function describe(root: string): Project {
  const packageJson = readText(path.join(root, "package.json"));
  const fallback = path.basename(root) || "root";
  return { root, name: (packageJson === undefined ? undefined : nameIn(packageJson)) ?? fallback, packageJson };
}

function nameIn(packageJson: string): string | undefined {
  try {
    const { name } = JSON.parse(packageJson) as { name?: unknown };
    return typeof name === "string" && name !== "" ? name : undefined;
  } catch {
    return undefined; // Not ours to judge: npm and Node complain about a broken package.json where they need it.
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined; // Absent or unreadable: the search goes on above.
  }
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined; // It does not exist; Node says so when it runs it.
  }
}
