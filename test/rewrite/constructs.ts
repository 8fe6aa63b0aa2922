import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Finished } from "./run-node.ts";

/** Programs of one construct each. Those below `process` need a process of their own, those below `mapped` source maps. */
export const fixtures = fileURLToPath(new URL("../../../test/fixtures/constructs/", import.meta.url));

/** Runs programs one after another, with a heading before the output of each. */
export const runner = fileURLToPath(new URL("./run-in-order.js", import.meta.url));

const names = readdirSync(fixtures).filter((name) => /\.[cm]?[jt]sx?$/.test(name));

export const isTypeScript = (name: string): boolean => /\.[cm]?tsx?$/.test(name);
export const scripts: readonly string[] = names.filter((name) => !isTypeScript(name));
export const typeScripts: readonly string[] = names.filter(isTypeScript);

/** All programs in one process as they are, and in another one rewritten. */
export class Comparison {
  readonly #plain: () => Promise<Finished>;
  readonly #own: () => Promise<Finished>;
  #finished: { readonly plain: Finished; readonly own: Finished } | undefined;

  constructor(plain: () => Promise<Finished>, own: () => Promise<Finished>) {
    this.#plain = plain;
    this.#own = own;
  }

  async run(): Promise<void> {
    const [plain, own] = await Promise.all([this.#plain(), this.#own()]);
    this.#finished = { plain, own };
  }

  /** What one program printed. */
  compare(name: string): void {
    assert.ok(this.#finished);
    const expected = sectionOf(this.#finished.plain.stdout, name);
    assert.ok(expected !== undefined && expected.length > 0 && !expected.includes("failed:"), expected);
    assert.equal(sectionOf(this.#finished.own.stdout, name), expected);
  }

  compareEnds(): void {
    assert.ok(this.#finished);
    const { plain, own } = this.#finished;
    assert.deepEqual([plain.stderr, plain.code], ["", 0]);
    assert.deepEqual([own.stderr, own.code], ["", 0]);
  }
}

function sectionOf(stdout: string, name: string): string | undefined {
  return stdout
    .split(/^=== /m)
    .find((section) => section.startsWith(`${name}\n`))
    ?.slice(name.length + 1);
}
