import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Fetched } from "./fetch.ts";
import type { History } from "./histories.ts";

const PROGRAMS = fileURLToPath(new URL("../../../bench/replay/programs", import.meta.url));
const REGISTER = new URL("../../loader/register.js", import.meta.url).href;

/** A program whose sources are its own module of calls and the code of one package, copied out of `node_modules`. */
export interface Stage {
  readonly root: string;
  /** The module with the calls, from the root. */
  readonly calls: string;
  /** Lays a version in the place of the one before. */
  lay(version: Fetched): void;
  run(cache: string | undefined): readonly TargetRun[];
}

/** What `drive.mjs` prints of a target. */
export interface TargetRun {
  readonly name: string;
  /** An export of `lib.mjs`, or the path of a CommonJS module. */
  readonly asked: string;
  /** The text of the function that is asked. */
  readonly own: string;
  /** For each call what it gave, null for a throw, and what became of it. */
  readonly results: readonly (readonly [string | null, string])[];
}

export function createStage({ name, entries }: History, root: string): Stage {
  const isCommonJs = existsSync(join(PROGRAMS, `${name}.cjs`));
  const calls = isCommonJs ? "calls.cjs" : "calls.mjs";
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "package.json"), JSON.stringify({ name: "replay", private: true }));
  cpSync(join(PROGRAMS, isCommonJs ? `${name}.cjs` : `${name}.mjs`), join(root, calls));
  cpSync(join(PROGRAMS, "inputs.mjs"), join(root, "inputs.mjs"));
  return {
    root,
    calls,
    lay({ folder }) {
      for (const part of ["package", "node_modules"]) rmSync(join(root, part), { recursive: true, force: true });
      cpSync(join(folder, "package"), join(root, "package"), { recursive: true, filter: isCode });
      if (existsSync(join(folder, "node_modules")))
        cpSync(join(folder, "node_modules"), join(root, "node_modules"), { recursive: true });
      if (!isCommonJs) writeLib(root, entries);
    },
    run: (cache) => drive(root, calls, cache),
  };
}

/** What tools made of the modules for browsers is no part of the program. */
function isCode(source: string): boolean {
  return !/[\\/](?:browser|cdn[^\\/]*|types|typings|docs|umd)(?:$|[\\/])|\.(?:map|md|d\.[cm]?ts|flow)$|[\\/]package[\\/].*[\\/]package\.json$/.test(
    source,
  );
}

function writeLib(root: string, entries: History["entries"]): void {
  const entry = entries.find(({ file }) => existsSync(join(root, "package", file)));
  if (entry === undefined) throw new Error(`no entry of ${root}`);
  writeFileSync(join(root, "lib.mjs"), `export * from "./package/${entry.file}";\n${entry.besides ?? ""}\n`);
  // Bundlers take the older ones for ES modules without being told; Node 20 does not.
  const manifest = join(root, "package", "package.json");
  const value = JSON.parse(readFileSync(manifest, "utf8")) as object;
  writeFileSync(manifest, JSON.stringify({ ...value, type: "module" }));
}

/** `cache`: the folder of the cache; undefined for a run without the hook. */
function drive(root: string, calls: string, cache: string | undefined): TargetRun[] {
  const hook = cache === undefined ? [] : ["--import", REGISTER];
  const stdout = execFileSync(
    process.execPath,
    [...hook, join(PROGRAMS, "drive.mjs"), pathToFileURL(join(root, calls)).href],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        PATH: process.env["PATH"],
        TZ: "UTC",
        ASTROCACHE: `${calls}#calls.*`,
        ASTROCACHE_ROOT: root,
        ASTROCACHE_REPORT: "off",
        ASTROCACHE_DIR: cache,
      },
    },
  );
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as TargetRun);
}
