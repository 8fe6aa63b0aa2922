import { createHash } from "node:crypto";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestContext } from "node:test";
import { runCli } from "../../cli/run-cli.ts";
import { seal } from "../../runtime/stores/envelopes/envelope.ts";
import { createFileStore } from "../../runtime/stores/files/file.ts";

export const NOW = Date.UTC(2026, 0, 2);
const HOUR = 3_600_000;

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A project called `my-app` with a cache of its own, and the CLI run in it. */
export interface Stage {
  readonly root: string;
  readonly cache: string;
  run(args: string, env?: Readonly<Record<string, string>>): Promise<Said>;
  put(
    target: string,
    options?: {
      readonly bytes?: number;
      readonly hoursAgo?: number;
      readonly expiresAt?: number;
      readonly codeDigest?: string;
      readonly duration?: number;
    },
  ): string;
}

export function stage(t: TestContext): Stage {
  const top = newProject(t);
  return stageAt(top);
}

function newProject(t: TestContext): string {
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), "astrocache-cli-")));
  t.after(() => rmSync(top, { recursive: true }));
  writeFileSync(path.join(top, "package.json"), '{ "name": "my-app" }');
  return top;
}

/** The CLI in a project that is there already. */
export function stageAt(top: string): Stage {
  const cache = path.join(top, "cache");
  const store = createFileStore({ folder: cache });
  let puts = 0;
  return {
    root: top,
    cache,
    async run(args, env = {}) {
      let out = "";
      let err = "";
      const code = await runCli({
        args: args === "" ? [] : args.split(" "),
        env: { ASTROCACHE_DIR: cache, ...env },
        cwd: top,
        now: NOW,
        stdout: { write: (text) => (out += text) },
        stderr: { write: (text) => (err += text) },
      });
      return { code, out, err };
    },
    put(target, { bytes = 10, hoursAgo = 1, expiresAt, codeDigest = "d1", duration = 1_500 } = {}) {
      puts += 1;
      const key = createHash("sha256").update(String(puts)).digest("hex");
      const entry = {
        codec: 1,
        value: new Uint8Array(bytes),
        promised: false,
        createdAt: NOW - hoursAgo * HOUR,
        duration,
        expiresAt,
        target,
        codeDigest,
      };
      store.set(key, seal(key, entry), expiresAt);
      return key;
    },
  };
}
