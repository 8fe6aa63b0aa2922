import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestContext } from "node:test";
import type { ReportFile } from "../harness/calls.ts";
import { REGISTER, runNode, type NodeRun } from "../harness/run-node.ts";

export interface HookedProject {
  readonly root: string;
  write(file: string, text: string): void;
  /** `node --import astrocache/register app.js`, with a JSON report. */
  run(env?: NodeJS.ProcessEnv): Promise<NodeRun & { readonly report: ReportFile }>;
}

/** A project of ES modules in a folder of its own. */
export function hookedProject(t: TestContext, files: Readonly<Record<string, string>>): HookedProject {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "astrocache-modes-")));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string): void => writeFileSync(path.join(root, file), text);
  write("package.json", '{ "name": "my-app", "type": "module" }');
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    root,
    write,
    async run(env = {}) {
      const report = path.join(root, "report.json");
      const run = await runNode(["--import", REGISTER, "app.js"], root, {
        ASTROCACHE_DIR: path.join(root, "cache"),
        ASTROCACHE_REPORT: report,
        ...env,
      });
      return { ...run, report: JSON.parse(readFileSync(report, "utf8")) as ReportFile };
    },
  };
}
