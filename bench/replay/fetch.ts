import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { History } from "./histories.ts";

/** Not committed; what is there is not fetched again. */
const KEPT = fileURLToPath(new URL("../../../.replay/packages", import.meta.url));

/** A version as the registry has it: `package` holds its files, `node_modules` beside it what it depends on. */
export interface Fetched {
  readonly version: string;
  readonly folder: string;
}

/** Fetches the versions that are not there yet, by the npm client; runs none of their scripts. */
export function fetchVersions({ name, versions }: History): Fetched[] {
  const fetched = versions.map((version) => ({ version, folder: join(KEPT, name, version) }));
  const missing = fetched.filter(({ folder }) => !existsSync(folder));
  for (let start = 0; start < missing.length; start += AT_ONCE) fetchSome(name, missing.slice(start, start + AT_ONCE));
  return fetched;
}

const AT_ONCE = 10;

function fetchSome(name: string, wanted: readonly Fetched[]): void {
  const folder = join(KEPT, name);
  mkdirSync(folder, { recursive: true });
  npm(folder, ["pack", ...wanted.map(({ version }) => `${name}@${version}`)]);
  for (const { version, folder: place } of wanted) {
    const unpacked = `${place}.partial`;
    rmSync(unpacked, { recursive: true, force: true });
    mkdirSync(join(unpacked, "package"), { recursive: true });
    const archive = join(folder, `${name}-${version}.tgz`);
    execFileSync("tar", ["-xzf", archive, "-C", join(unpacked, "package"), "--strip-components=1"]);
    installBeneath(unpacked);
    rmSync(archive);
    renameSync(unpacked, place);
  }
}

/** What it depends on, in the versions that its ranges allow now. */
function installBeneath(folder: string): void {
  const manifest = JSON.parse(readFileSync(join(folder, "package", "package.json"), "utf8")) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  const { dependencies = {} } = manifest;
  if (Object.keys(dependencies).length === 0) return;
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  npm(folder, ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"]);
}

function npm(cwd: string, args: readonly string[]): void {
  mkdirSync(dirname(cwd), { recursive: true });
  execFileSync("npm", [...args, "--loglevel=error"], { cwd, stdio: ["ignore", "ignore", "inherit"] });
}
