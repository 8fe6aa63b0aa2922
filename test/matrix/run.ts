/**
 * Runs the tests of loading on every Node of the matrix: `node dist/test/matrix/run.js [version prefix …] [-- part of a file name …]`.
 * Default: all versions, and the tests that the matrix names for each. Programs run with what the package consists of.
 */
import { spawnSync } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { nodeBinary } from "./node-binary.ts";
import { MATRIX, type MatrixRow } from "./versions.ts";

const RUNNER = fileURLToPath(new URL("../run.js", import.meta.url));

const rows = rowsOf(process.argv.slice(2));
const failed = rows.filter((row) => !passes(row)).map(({ version }) => version);
console.log(failed.length === 0 ? `matrix: ${rows.length} versions pass` : `matrix: failed on ${failed.join(", ")}`);
process.exitCode = failed.length === 0 && rows.length > 0 ? 0 : 1;

function passes({ version, tests }: MatrixRow): boolean {
  console.log(`\n=== Node ${version}`);
  const node = nodeBinary(version);
  const path = `${dirname(node)}${delimiter}${process.env["PATH"] ?? ""}`;
  const { status } = spawnSync(node, [RUNNER, ...tests], {
    stdio: "inherit",
    env: { ...process.env, PATH: path },
  });
  return status === 0;
}

function rowsOf(args: readonly string[]): readonly MatrixRow[] {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const prefixes = args.slice(0, end);
  const parts = args.slice(end + 1);
  const rows = MATRIX.filter(
    ({ version }) => prefixes.length === 0 || prefixes.some((prefix) => `${version}.`.startsWith(`${prefix}.`)),
  );
  return parts.length === 0 ? rows : rows.map(({ version }) => ({ version, tests: parts }));
}
