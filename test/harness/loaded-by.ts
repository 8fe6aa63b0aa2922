import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { REGISTER, runNode } from "./run-node.ts";

/** Writes the files of a project of ES modules. */
export function writeProject(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), '{"name":"app","type":"module"}');
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
}

/** Addresses of all modules that `app.js` loads with the hook, ours and its own, by what Node writes for coverage. */
export async function loadedBy(folder: string, env: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const coverage = mkdtempSync(path.join(folder, "coverage-"));
  const all = { ASTROCACHE_DIR: path.join(folder, "cache"), NODE_V8_COVERAGE: coverage, ...env };
  const { exit, stderr } = await runNode(["--import", REGISTER, "app.js"], folder, all);
  assert.equal(exit, 0, stderr);
  return readdirSync(coverage).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(path.join(coverage, name), "utf8")) as { result: { url: string }[] };
    return result.map(({ url }) => url);
  });
}
