import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { callsOf, type ReportFile } from "../harness/calls.ts";
import { PACKED_REGISTER, TSX, runNode, type NodeRun } from "../harness/run-node.ts";
import { sortStderr } from "../harness/stderr.ts";

const EXAMPLES = join(dirname(fileURLToPath(import.meta.url)), "../../../examples");

export interface ExampleRun {
  readonly stdout: string;
  /** Words of the lines `ran WORD` on stderr. */
  readonly trace: string;
  /** What the report says of each target; see `test/cases/README.md`. */
  readonly calls: Readonly<Record<string, string>>;
}

/** A scratch copy of an example with a cache of its own. Each run is compared with one without the hook. */
export class Example {
  readonly folder = mkdtempSync(join(tmpdir(), "astrocache-example-"));

  constructor(name: string) {
    cpSync(join(EXAMPLES, name), join(this.folder, name), { recursive: true });
    writeFileSync(join(this.folder, "package.json"), JSON.stringify({ name, version: "1.0.0", type: "module" }));
  }

  edit(file: string, from: string, to: string): void {
    const path = join(this.folder, file);
    const pieces = readFileSync(path, "utf8").split(from);
    assert.equal(pieces.length, 2, `${JSON.stringify(from)} must occur once in ${file}`);
    writeFileSync(path, pieces.join(to));
  }

  /** `argv`: what stands behind `node`. The program must end well. */
  async plain(argv: readonly string[]): Promise<NodeRun> {
    return await this.#run(TSX, argv, {});
  }

  async hooked(argv: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<ExampleRun> {
    const path = join(this.folder, "report.json");
    rmSync(path, { force: true });
    const settings = { ASTROCACHE_DIR: join(this.folder, "cache"), ASTROCACHE_REPORT: path, ...env };
    const { stdout, stderr } = await this.#run(PACKED_REGISTER, argv, settings);
    const calls = existsSync(path) ? callsOf(JSON.parse(readFileSync(path, "utf8")) as ReportFile) : {};
    return { stdout, trace: sortStderr(stderr).trace, calls };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #run(loader: string, argv: readonly string[], env: NodeJS.ProcessEnv): Promise<NodeRun> {
    const run = await runNode(["--import", loader, ...argv], this.folder, env);
    assert.equal(run.exit, 0, `${argv.join(" ")}: ${run.stdout}${run.stderr}`);
    return run;
  }
}
