import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { commands } from "../../cli/commands.ts";
import { stage } from "./stage.ts";

const main = fileURLToPath(new URL("../../cli/main.js", import.meta.url));
const hasScript = spawnSync("script", ["--version"]).status === 0;
const options = { skip: hasScript ? false : "needs script, of util-linux" };

/** What the command writes to a real terminal, both streams together. */
function onTerminal(line: string, cwd: string, env: NodeJS.ProcessEnv = {}): { status: number | null; said: string } {
  const { NODE_OPTIONS: _options, NO_COLOR: _no, FORCE_COLOR: _force, ...rest } = process.env;
  const { status, stdout } = spawnSync("script", ["-qec", `"${process.execPath}" "${main}" ${line}`, "/dev/null"], {
    cwd,
    env: { ...rest, TERM: "xterm", ...env },
    encoding: "utf8",
  });
  return { status, said: stdout.replaceAll("\r\n", "\n") };
}

const ESCAPE = String.fromCodePoint(27);

test("on a terminal: colours, unless they are not wanted", options, (t) => {
  const { root, cache } = stage(t);
  const env = { ASTROCACHE_DIR: cache };
  assert.ok(onTerminal("doctor", root, env).said.includes(`${ESCAPE}[32m✓`));
  assert.ok(!onTerminal("doctor", root, { ...env, NO_COLOR: "1" }).said.includes(ESCAPE));
  assert.ok(onTerminal("doctor", root, { ...env, NO_COLOR: "1", FORCE_COLOR: "1" }).said.includes(ESCAPE));
  assert.ok(!onTerminal("ls --json", root, env).said.includes(ESCAPE));
});

test("on a terminal: errors, and the exit code", options, (t) => {
  const { root } = stage(t);
  const { status, said } = onTerminal("lss", root);
  assert.deepEqual(
    [status, said],
    [2, `${ESCAPE}[31mastrocache: unknown command "lss". Did you mean ls?${ESCAPE}[39m\n`],
  );
});

test("every command stands in the page on --json, and prints an object with a version, or says that it cannot", async (t) => {
  const page = readFileSync(new URL("../../../docs/json.md", import.meta.url), "utf8");
  const on = stage(t);
  for (const name of Object.keys(commands)) {
    assert.ok(page.includes(`| \`${name}\` |`), `docs/json.md lacks ${name}`);
    if (name === "run" || name === "report") continue;
    const { code, out, err } = await on.run(name === "accept" ? "accept --list --json" : `${name} --json`);
    assert.equal((JSON.parse(out) as { version: number }).version, 1, `${name}: ${err}`);
    assert.ok(code === 0 || code === 1);
  }
});
