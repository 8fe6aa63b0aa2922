/**
 * Keys and bytes of the battery, written once: what one version of Node wrote, all others have to find and to read. They change
 * only together with `KEY_VERSION` or `CODEC`.
 */
import { readFileSync } from "node:fs";
import { battery } from "./battery/index.ts";
import type { NamedValue } from "./named.ts";

export interface Golden {
  readonly keys: Readonly<Record<string, string>>;
  /** Base64. */
  readonly bytes: Readonly<Record<string, string>>;
}

// From `dist/test/values`.
export const goldenFile = new URL("../../../test/values/golden.json", import.meta.url);

export function readGolden(): Golden {
  return JSON.parse(readFileSync(goldenFile, "utf8")) as Golden;
}

/** Their state differs from machine to machine, or from one version of Node to another. */
const local: ReadonlySet<string> = new Set([
  "Error with its own stack",
  "frozen Error",
  "result of gzip",
  "Request without a body",
  "Request of another method",
]);
export const goldenValues: readonly NamedValue[] = battery
  .flatMap(({ values }) => values)
  .filter(({ name }) => !local.has(name));

/** Where Node keeps small Buffers, and how much of it, is another matter in each version. */
export function isPooled(name: string): boolean {
  return name.includes("of the pool") || name === "Buffer with a property";
}
