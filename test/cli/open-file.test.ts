import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";

const MODULE = new URL("../../cli/report/open-file.js", import.meta.url).href;
const isLinux = { skip: process.platform === "linux" ? false : "the program that opens files is another one here" };

/** What `openFile("report.html")` gives where `xdg-open` is looked for in `folder` alone. */
async function opened(folder: string): Promise<string> {
  const script = `import { openFile } from ${JSON.stringify(MODULE)}; console.log(await openFile("report.html"));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    env: { PATH: folder, NODE_V8_COVERAGE: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  await once(child, "close");
  return text.trim();
}

async function contentOf(file: string): Promise<string> {
  for (let tries = 0; !existsSync(file) && tries < 3_000; tries++) await setTimeout(20);
  return readFileSync(file, "utf8");
}

test(
  "a file is handed to the program that the system opens files with, and the command does not wait for it",
  isLinux,
  async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), "astrocache-open-"));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const seen = path.join(folder, "seen");
    // Written whole before it is there.
    writeFileSync(path.join(folder, "xdg-open"), `#!/bin/sh\necho "$1" > ${seen}.tmp && /bin/mv ${seen}.tmp ${seen}\n`);
    chmodSync(path.join(folder, "xdg-open"), 0o755);
    assert.equal(await opened(folder), "true");
    assert.equal(await contentOf(seen), "report.html\n");
  },
);

test("where there is no such program, that is said", isLinux, async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-open-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  assert.equal(await opened(folder), "false");
});
