import { hash } from "node:crypto";

/** Digest over a list of texts, in hex. None may hold a NUL, so that joining them is injective. */
export function sha256(parts: readonly string[]): string {
  return hash("sha256", parts.join("\0"), "hex");
}
