import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { humanDuration } from "../../runtime/report/humanize.ts";
import { open, seal } from "../../runtime/stores/envelopes/envelope.ts";
import { createFileStore } from "../../runtime/stores/files/file.ts";
import { humanBytes } from "../sizes.ts";
import { scanEntries } from "../stored-entries.ts";
import type { Check } from "./check.ts";

/** The folder's rights and what is in it. */
export function checkFolder(folder: string): Check {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return { name: "folder", status: "ok", detail: `${folder}, not made yet` };
  if (!found.isDirectory()) {
    return {
      name: "folder",
      status: "problem",
      detail: `${folder} is not a folder`,
      remedy: "Remove it, or set ASTROCACHE_DIR.",
    };
  }
  const { entries, unreadable } = scanEntries(folder);
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const damaged = unreadable === 0 ? "" : `, ${unreadable} unreadable`;
  const size = `${entries.length === 1 ? "1 entry" : `${entries.length} entries`}, ${humanBytes(bytes)}${damaged}`;
  return { name: "folder", status: "ok", detail: `${folder}, ${size}, mode ${(found.mode & 0o777).toString(8)}` };
}

/** Writes an entry of its own, reads it back and removes it. */
export function checkStore(folder: string, now: number): Check {
  const key = randomBytes(32).toString("hex");
  const store = createFileStore({ folder });
  const entry = {
    codec: 0,
    value: new Uint8Array(100),
    promised: false,
    createdAt: now,
    duration: 0,
    expiresAt: now,
    target: "astrocache:doctor#probe",
    codeDigest: "",
  };
  const remedy = "Give yourself the rights to it, make room, or set ASTROCACHE_DIR to another folder.";
  try {
    const start = performance.now();
    store.set(key, seal(key, entry), now);
    const written = performance.now();
    const bytes = store.get(key);
    const read = performance.now();
    store.delete(key);
    if (bytes === undefined || !open(key, bytes).ok)
      return { name: "store", status: "problem", detail: "what was written does not come back", remedy };
    return {
      name: "store",
      status: "ok",
      detail: `writes in ${humanDuration(written - start)}, reads in ${humanDuration(read - written)}`,
    };
  } catch (error) {
    return { name: "store", status: "problem", detail: error instanceof Error ? error.message : String(error), remedy };
  }
}
