import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sha256 } from "../sha256.ts";

export type Content =
  | { readonly ok: true; readonly digest: string }
  /** `detail`: what Node says. */
  | { readonly ok: false; readonly detail: string };

/** What a file that is no module holds, or a `data:` URL. JSON counts by what it says, not by how it is laid out. */
export function contentOf(url: string): Content {
  try {
    return { ok: true, digest: sha256([textOf(url)]) };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : "unreadable" };
  }
}

function textOf(url: string): string {
  if (url.startsWith("data:")) return url;
  const file = fileURLToPath(url);
  return url.endsWith(".json") ? JSON.stringify(JSON.parse(readFileSync(file, "utf8"))) : readFileSync(file, "latin1");
}
