/**
 * Runs programs of the registry as they are and with every function rewritten, by their own inputs, and compares what
 * they print byte for byte: `node dist/test/conformance/run.js [part of a program's name …]`.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rewriteFolder } from "../rewrite/rewrite-folder.ts";
import { runNode } from "../rewrite/run-node.ts";
import { inputs, programs, type Program, type ProgramRun } from "./programs.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const host = new URL("./counting-host.js", import.meta.url).href;

process.exitCode = await main(process.argv.slice(2));

async function main(parts: readonly string[]): Promise<number> {
  const chosen = programs.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
  const folder = mkdtempSync(join(tmpdir(), "astrocache-conformance-"));
  let defects = 0;
  try {
    for (const program of chosen) defects += await check(program, join(folder, String(programs.indexOf(program))));
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`${chosen.length} programs, ${defects} defects`);
  return chosen.length > 0 && defects === 0 ? 0 : 1;
}

async function check(program: Program, folder: string): Promise<number> {
  const [plain, rewritten] = ["plain", "other"].map((side) => prepare(program, join(folder, side)));
  if (plain === undefined || rewritten === undefined) throw new Error("two sides");
  let defects = 0;
  for (const name of program.packages) defects += rewritePackage(name, rewritten);
  for (const run of program.runs) {
    const [expected, actual] = await Promise.all([finish(plain, run), finish(rewritten, run)]);
    const difference =
      actual.calls === 0 ? "no rewritten function was called" : differenceOf(expected.text, actual.text);
    if (difference !== undefined) defects++;
    const outcome = difference ?? `${expected.text.length} characters, ${actual.calls} calls`;
    console.log(`${difference === undefined ? "same " : "DIFFERS"} ${program.name}: ${run.what}, ${outcome}`);
  }
  return defects;
}

/** A folder with copies of the packages to be rewritten, links to all others, and the inputs. */
function prepare(program: Program, folder: string): string {
  const modules = join(folder, "node_modules");
  for (const name of installedPackages()) {
    const target = join(modules, name);
    mkdirSync(dirname(target), { recursive: true });
    if (program.packages.includes(name)) cpSync(join(root, "node_modules", name), target, { recursive: true });
    else symlinkSync(join(root, "node_modules", name), target);
  }
  for (const [name, from] of Object.entries(inputs)) cpSync(join(root, from), join(folder, "inputs", name));
  return folder;
}

function installedPackages(): readonly string[] {
  const list = (folder: string): string[] =>
    readdirSync(join(root, "node_modules", folder)).filter((name) => !name.startsWith("."));
  return list("").flatMap((name) => (name.startsWith("@") ? list(name).map((inner) => `${name}/${inner}`) : [name]));
}

function rewritePackage(name: string, folder: string): number {
  const started = performance.now();
  const target = join(folder, "node_modules", name);
  rmSync(target, { recursive: true });
  const { files, functions, declined, unparsed, invalid } = rewriteFolder(join(root, "node_modules", name), target);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`      ${name}: ${functions} functions of ${files} files in ${seconds} s, declined ${listOf(declined)}`);
  for (const path of unparsed) console.log(`      not parsed: ${path}`);
  for (const path of invalid) console.log(`DIFFERS invalid: ${path}`);
  return invalid.length + (functions === 0 ? 1 : 0);
}

function listOf(declined: ReadonlyMap<string, number>): string {
  return [...declined].map(([reason, count]) => `${count} ${reason}`).join(", ") || "none";
}

interface Printed {
  readonly text: string;
  /** Of rewritten functions. */
  readonly calls: number;
}

async function finish(folder: string, { args, printsStacks = false }: ProgramRun): Promise<Printed> {
  const { stdout, stderr, code, aside } = await runNode(folder, ["--import", host, ...args]);
  const whole = `${stdout}\n--- stderr\n${stderr}\n--- exit code ${code}`.replaceAll(folder, "");
  return { text: printsStacks ? whole.replaceAll(/^\s+at .*\n/gm, "") : whole, calls: Number(aside) };
}

function differenceOf(expected: string, actual: string): string | undefined {
  if (expected === actual) return undefined;
  const [left, right] = [expected, actual].map((text) => text.split("\n"));
  const line = left?.findIndex((text, index) => text !== right?.[index]) ?? -1;
  return `line ${line + 1}: ${JSON.stringify(left?.[line])} became ${JSON.stringify(right?.[line])}`.slice(0, 600);
}
