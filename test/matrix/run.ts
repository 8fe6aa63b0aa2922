/**
 * Runs the tests of loading on every Node of the matrix: `node dist/test/matrix/run.js [version prefix …] [-- part of a file name …]`.
 * Default: all versions, and the tests whose outcome depends on Node's hooks.
 */
import { spawnSync } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { nodeBinary } from "./node-binary.ts";
import { MATRIX } from "./versions.ts";

const TESTS = ["hooks/", "cases/"];
const RUNNER = fileURLToPath(new URL("../run.js", import.meta.url));

const { versions, parts } = parse(process.argv.slice(2));
const failed = versions.filter((version) => !passes(version));
console.log(
  failed.length === 0 ? `matrix: ${versions.length} versions pass` : `matrix: failed on ${failed.join(", ")}`,
);
process.exitCode = failed.length === 0 && versions.length > 0 ? 0 : 1;

function passes(version: string): boolean {
  console.log(`\n=== Node ${version}`);
  const node = nodeBinary(version);
  const path = `${dirname(node)}${delimiter}${process.env["PATH"] ?? ""}`;
  const { status } = spawnSync(node, [RUNNER, ...parts], { stdio: "inherit", env: { ...process.env, PATH: path } });
  return status === 0;
}

function parse(args: string[]): { versions: readonly string[]; parts: readonly string[] } {
  const { tokens } = parseArgs({ args, allowPositionals: true, tokens: true });
  const end = tokens.find(({ kind }) => kind === "option-terminator")?.index ?? args.length;
  const prefixes = args.slice(0, end);
  const versions = MATRIX.filter(
    (version) => prefixes.length === 0 || prefixes.some((prefix) => `${version}.`.startsWith(`${prefix}.`)),
  );
  const parts = args.slice(end + 1);
  return { versions, parts: parts.length === 0 ? TESTS : parts };
}
