import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One `case.json`. The format is told in `test/cases/README.md`. */
export interface CaseFile extends RunOptions {
  readonly about: string;
  readonly steps: readonly Step[];
  /** Symbolic links to make in the project: place → what it points to, both inside the project. */
  readonly links?: Readonly<Record<string, string>>;
}

/** How a program is run. A step's own options stand before those of the case. */
export interface RunOptions {
  /** Default: `app.ts`. */
  readonly entry?: string;
  /** The setting `ASTROCACHE`. Default: none, so that tags alone select. */
  readonly pattern?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  readonly args?: readonly string[];
}

export interface Step extends RunOptions, Edits {
  /** What becomes of the cache folder before the run. */
  readonly cache?: CacheDamage;
  /** Milliseconds to let pass before the run, where an entry has to grow old. */
  readonly wait?: number;
  /** The project's folder is moved to another path before the run. */
  readonly moved?: boolean;
  /** Words that the functions printed as `ran WORD` on stderr, in the order of the alphabet. */
  readonly ran?: string;
  /** Outcomes by target: `"app.ts#price": "1 hit, 2 new, 1 bypass argument-opaque"` or `"declined generator"`. */
  readonly calls?: Readonly<Record<string, string>>;
  /** Output of the program, line by line. Default: that of the step before. */
  readonly stdout?: readonly string[];
  /** Nothing is stated but that the program says the same with the hook and without. */
  readonly differential?: boolean;
  /** Default: 0, with the hook and without. */
  readonly exit?: number;
  /** Patterns of which each must match a line that astrocache printed on stderr. */
  readonly says?: readonly string[];
  /** The hook refuses to run the program: texts that stderr must contain. Nothing is compared then. */
  readonly refused?: readonly string[];
}

/** Changes of the project's files, made in this order. */
export interface Edits {
  /** A folder of the case whose files are laid over the project. */
  readonly edit?: string;
  readonly rename?: Readonly<Record<string, string>>;
  readonly delete?: readonly string[];
  readonly replace?: readonly Replacement[];
}

export interface Replacement {
  readonly file: string;
  /** Occurs exactly once. */
  readonly find: string;
  readonly with: string;
}

export type CacheDamage = "truncate" | "flip" | "empty" | "remove" | "read-only" | "a-file";

const RUN_KEYS = ["entry", "pattern", "env", "flags", "args"];
const CASE_KEYS = [...RUN_KEYS, "about", "steps", "links"];
const EDIT_KEYS = ["edit", "rename", "delete", "replace"];
const EXPECT_KEYS = ["ran", "calls", "stdout", "exit", "says", "refused", "differential"];
const STEP_KEYS = [...RUN_KEYS, ...EDIT_KEYS, ...EXPECT_KEYS, "name", "cache", "wait", "moved"];

/** Throws where the file is not a case, or a step says too little to show anything. */
export function readCase(folder: string): CaseFile {
  const file = JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as CaseFile;
  assertKeys(file, CASE_KEYS, "case.json");
  assert.equal(typeof file.about, "string", "case.json needs `about`");
  assert.ok(file.steps.length > 0, "case.json needs `steps`");
  file.steps.forEach((step, index) => assertStep(step, `step ${index + 1}`));
  const [first] = file.steps;
  const isStated = first?.stdout !== undefined || first?.refused !== undefined || first?.differential === true;
  assert.ok(isStated, "step 1 needs `stdout`");
  return file;
}

function assertStep(step: Step, where: string): void {
  assertKeys(step, STEP_KEYS, where);
  if (step.refused !== undefined || step.differential === true) return;
  assert.notEqual(step.ran, undefined, `${where} needs \`ran\``);
  assert.notEqual(step.calls, undefined, `${where} needs \`calls\``);
}

function assertKeys(value: object, known: readonly string[], where: string): void {
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  assert.deepEqual(unknown, [], `${where} has unknown keys`);
}
