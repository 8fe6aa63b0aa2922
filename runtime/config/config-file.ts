import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { AstrocacheError } from "../errors.ts";
import { checkConfig } from "./config-check.ts";
import type { LoadedConfig } from "./config.ts";
import type { Project } from "./root.ts";

const fileNames = ["astrocache.config.js", "astrocache.config.mjs", "astrocache.config.ts"];

/**
 * The config of a project: `astrocache.config.{js,mjs,ts}` or `"astrocache"` in package.json, at the root. Undefined where
 * there is none, which costs three failing stats.
 *
 * @throws AstrocacheError `INVALID_CONFIG` if there is more than one, if it cannot be loaded, or if it holds what is not known.
 */
export async function loadConfig({ root, packageJson }: Project): Promise<LoadedConfig | undefined> {
  const inPackage = readPackageKey(packageJson);
  const files = fileNames.filter((name) => isFile(path.join(root, name)));
  const found = inPackage === undefined ? files : [...files, '"astrocache" in package.json'];
  if (found.length > 1) {
    const remedy = "Keep one of them.";
    throw new AstrocacheError("INVALID_CONFIG", `there is more than one config: ${found.join(", ")}`, { remedy });
  }
  const [file] = files;
  if (file !== undefined) {
    const text = readFileSync(path.join(root, file), "utf8");
    return checkConfig({ file, text, value: await importDefault(root, file) });
  }
  return inPackage === undefined
    ? undefined
    : checkConfig({ file: "package.json", text: packageJson ?? "", value: inPackage });
}

async function importDefault(root: string, file: string): Promise<unknown> {
  const url = pathToFileURL(path.join(root, file)).href;
  try {
    const loaded = (await (file.endsWith(".ts") ? importTypeScript(url) : import(url))) as { default?: unknown };
    return unwrap(loaded.default);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const remedy = "Correct it, or remove it.";
    throw new AstrocacheError("INVALID_CONFIG", `${file} cannot be loaded: ${message}`, { remedy, cause });
  }
}

async function importTypeScript(url: string): Promise<unknown> {
  const { tsImport } = await import("tsx/esm/api");
  return tsImport(url, import.meta.url);
}

/** A TypeScript file in a CommonJS package comes with its `exports` as the default. */
function unwrap(value: unknown): unknown {
  const isInterop = typeof value === "object" && value !== null && "__esModule" in value && "default" in value;
  return isInterop ? value.default : value;
}

function readPackageKey(packageJson: string | undefined): unknown {
  if (packageJson === undefined || !packageJson.includes('"astrocache"')) return undefined;
  try {
    const parsed = JSON.parse(packageJson) as { astrocache?: unknown } | null;
    return parsed?.astrocache;
  } catch {
    return undefined; // Not ours to judge: npm and Node complain about a broken package.json where they need it.
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
