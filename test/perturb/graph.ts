import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "../digest/virtual-program.ts";

export interface Target {
  readonly file: string;
  /** As written in patterns. */
  readonly name: string;
  /** The export of `file` through which it is reached. */
  readonly exported: string;
}

/** Modules that import one another, and functions in them whose digests are watched. */
export interface Graph {
  readonly name: string;
  readonly files: Files;
  readonly targets: readonly Target[];
}

const projectRoot = fileURLToPath(new URL("../../../", import.meta.url));

/** `test/fixtures/perturb/<name>`. */
export function ownGraph(name: string, targets: readonly string[]): Graph {
  return { name, files: readModules(join(projectRoot, "test/fixtures/perturb", name)), targets: targets.map(targetOf) };
}

/** The modules in a folder of an installed package, as they are published. */
export function packageGraph(folder: string, targets: readonly string[]): Graph {
  return {
    name: folder,
    files: readModules(join(projectRoot, "node_modules", folder)),
    targets: targets.map(targetOf),
  };
}

/** `src/a.ts#price`; `src/a.ts#Cart.total:Cart` where it is exported under another name; `default` for `:default`. */
function targetOf(text: string): Target {
  const [file = "", rest = ""] = text.split("#");
  const [name = "", exported = name] = rest.split(":");
  return { file, name, exported };
}

function readModules(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.([cm]?[jt]sx?|json)$/.test(name) && !/\.d\.[cm]?ts$|node_modules|package\.json|^bin/.test(name),
  );
  const files = names.filter((name) => statSync(join(folder, name)).isFile()).toSorted();
  return Object.fromEntries(files.map((name) => [name.split(sep).join("/"), readFileSync(join(folder, name), "utf8")]));
}
