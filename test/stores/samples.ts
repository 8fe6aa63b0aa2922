import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestContext } from "node:test";
import type { Entry } from "../../runtime/stores/entry.ts";

export function keyOf(name: string): string {
  return createHash("sha256").update(name).digest("hex");
}

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text));
}

export function entryOf(value: Uint8Array | string, changes: Partial<Entry> = {}): Entry {
  return {
    codec: 3,
    value: typeof value === "string" ? bytesOf(value) : value,
    promised: false,
    createdAt: Date.now(),
    duration: 12.5,
    expiresAt: undefined,
    target: "my-app:src/a.ts#préis",
    codeDigest: keyOf("code"),
    ...changes,
  };
}

/** Bytes that follow from their key, so that a reader can tell a torn or foreign value. */
export function derivedBytes(key: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const seed = Buffer.from(key, "hex");
  for (let at = 0; at < length; at++) bytes[at] = (seed[at % seed.length] ?? 0) ^ (at >> 5);
  return bytes;
}

export function randomKey(): string {
  return randomBytes(32).toString("hex");
}

export function temporaryFolder(test: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-stores-"));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
