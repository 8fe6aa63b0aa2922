import { readFileSync } from "node:fs";
import { ownFile } from "./files.ts";

let known: string | undefined;

/** Of astrocache. What a version has worked out and kept on disk is not taken for the work of another one. */
export function ownVersion(): string {
  return (known ??= (JSON.parse(readFileSync(ownFile("../package.json"), "utf8")) as { version: string }).version);
}
