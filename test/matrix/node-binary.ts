import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Below `node_modules`: not in the repository, gone with a fresh install, shared by runs. */
const CACHE = fileURLToPath(new URL("../../../node_modules/.cache/astrocache-nodes/", import.meta.url));

/**
 * The path of that Node's binary for this platform. It comes from the registry's binary package at the first call, about 40 MB. Not a
 * dependency: those packages are for one platform each, and nobody but the matrix needs them.
 */
export function nodeBinary(version: string): string {
  if (process.versions.node === version) return process.execPath;
  const packageName = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = join(CACHE, version);
  const binary = join(folder, "node_modules", packageName, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(binary)) install(folder, `${packageName}@${version}`);
  return binary;
}

function install(folder: string, spec: string): void {
  mkdirSync(folder, { recursive: true });
  const args = ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, spec];
  execFileSync("npm", args, { stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
}
