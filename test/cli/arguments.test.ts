import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { commands } from "../../cli/commands.ts";
import { stage } from "./stage.ts";

const refused: readonly (readonly [args: string, message: string])[] = [
  ["clera", 'unknown command "clera". Did you mean clear?'],
  [
    "constructor",
    'unknown command "constructor". Known are run, why, report, inspect, digest, ls, stats, clear, prune, accept and doctor.',
  ],
  ["--verison", "unknown option --verison. Did you mean --version?"],
  ["ls --jsno", "ls has no option --jsno. Did you mean --json?"],
  ["ls --json=yes", "--json takes no value. Write --json alone."],
  ["ls -a", "ls has no option -a. Did you mean --all?"],
  ["ls --constructor", "ls has no option --constructor. Known are --all, --json and --help."],
  ["doctor now", 'doctor does not know what to do with "now". See astrocache doctor --help.'],
  ["run --mode", "--mode has no value. Write --mode=<mode>."],
  ["run --mode=", "--mode has no value. Write --mode=<mode>."],
  ["run", "run needs a program. Write astrocache run app.ts."],
  ["run --", "run needs a program. Write astrocache run app.ts."],
  ["help clera", 'unknown command "clera". Did you mean clear?'],
  [
    "ls /a",
    'ASTROCACHE: the pattern "/a" is an absolute path. Write the path relative to the root (ASTROCACHE_ROOT, else the folder of package.json).',
  ],
];
for (const [args, message] of refused) {
  test(`refused: ${args}`, async (t) => {
    const { code, out, err } = await stage(t).run(args);
    assert.deepEqual({ code, out, err }, { code: 2, out: "", err: `astrocache: ${message}\n` });
  });
}

test("the help lists every command; without a command it is no success", async (t) => {
  const { run } = stage(t);
  const asked = await run("--help");
  assert.deepEqual([asked.code, asked.err], [0, ""]);
  for (const [name, { summary }] of Object.entries(commands))
    assert.match(asked.out, new RegExp(`^  ${name} +${summary.replace(/[.]/g, "\\.")}$`, "m"));
  assert.deepEqual(await run("help"), asked);
  assert.deepEqual(await run("-h"), asked);
  assert.deepEqual(await run(""), { ...asked, code: 2 });
});

for (const name of Object.keys(commands)) {
  test(`the help of ${name} has its use, its options and examples`, async (t) => {
    const { run } = stage(t);
    const { code, out, err } = await run(`${name} --help`);
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, new RegExp(`^Use  astrocache ${name}\\b`));
    assert.match(out, /^ {2}--json .+\n {2}--help .+$/m);
    assert.match(out, new RegExp(`^Examples\\n  astrocache ${name}\\b.*\\n      \\S`, "m"));
    assert.equal((await run(`help ${name}`)).out, out);
    for (const line of out.split("\n")) assert.ok(line.length <= 100, line);
  });
}

test("the version is that of the package", async (t) => {
  const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  assert.deepEqual(await stage(t).run("--version"), { code: 0, out: `${version}\n`, err: "" });
});

test("a setting that is wrong is told where it is needed", async (t) => {
  const { code, err } = await stage(t).run("ls", { ASTROCACHE_MODE: "of" });
  assert.deepEqual(
    [code, err],
    [
      2,
      "astrocache: ASTROCACHE_MODE=of is not valid. Allowed: on, off, refresh, readonly, verify or bypass; verify=0.1 verifies one hit of ten.\n",
    ],
  );
});

const colors: readonly (readonly [env: Readonly<Record<string, string>>, colored: boolean])[] = [
  [{}, false],
  [{ FORCE_COLOR: "1" }, true],
  [{ FORCE_COLOR: "" }, true],
  [{ FORCE_COLOR: "0" }, false],
  [{ NO_COLOR: "1" }, false],
  [{ NO_COLOR: "1", FORCE_COLOR: "1" }, true],
];
for (const [env, colored] of colors) {
  test(`colours with ${JSON.stringify(env)}`, async (t) => {
    const { out } = await stage(t).run("--help", env);
    assert.equal(out.includes("\u001b["), colored);
  });
}
