import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { open } from "../../runtime/stores/envelopes/envelope.ts";
import { createFileStore } from "../../runtime/stores/files/file.ts";
import { SHARED_KEYS } from "../stores/shared-keys.ts";
import type { Figures } from "./figures.ts";

const WRITER = fileURLToPath(new URL("../stores/file-worker.js", import.meta.url));

/** 200 processes are killed in the middle of writing, and after every four all that is there is read. */
export async function killWriters(): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-chaos-"));
  const store = createFileStore({ folder });
  let looked = 0;
  let torn = 0;
  try {
    mkdirSync(folder, { recursive: true });
    for (let kills = 0; kills < 200; kills += 4) {
      const writers = Array.from({ length: 4 }, (_, index) =>
        spawn(process.execPath, [WRITER, folder, `${kills + index}`, "Infinity"], {
          stdio: ["ignore", "ignore", "pipe"],
        }),
      );
      await Promise.all(writers.map(async ({ stderr }) => once(stderr, "data")));
      await sleep(Math.random() * 30);
      for (const writer of writers) writer.kill("SIGKILL");
      await Promise.all(writers.map(async (writer) => once(writer, "close")));
      for (const key of SHARED_KEYS) {
        const bytes = store.get(key);
        if (bytes === undefined) continue;
        looked += 1;
        if (!open(key, bytes).ok) torn += 1;
      }
    }
    assert.equal(torn, 0);
    assert.ok(looked > 0);
    return { fault: "", calls: looked, wrong: torn, orphans: readdirSync(path.join(folder, "tmp")).length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
