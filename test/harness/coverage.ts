import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Takes out of coverage data what c8 cannot read: c8 12 ends with ERR_INVALID_URL_SCHEME where a process ran a module of a
 * `data:` URL that has a source map, as tsx makes them.
 */
export function dropForeignSourceMaps(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    if (text.includes('"data:')) writeFileSync(path, withoutForeign(text));
  }
}

function withoutForeign(text: string): string {
  const coverage = JSON.parse(text) as { "source-map-cache"?: Record<string, unknown> };
  const maps = Object.entries(coverage["source-map-cache"] ?? {}).filter(([url]) => url.startsWith("file:"));
  return JSON.stringify({ ...coverage, "source-map-cache": Object.fromEntries(maps) });
}
