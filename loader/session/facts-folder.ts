import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where facts and rewritten texts of the project at `root` are kept, below the folder of the cache. */
export function factsFolderOf(folder: string, root: string): string {
  return join(folder, "facts", shortHash(root));
}

/** Whether an earlier run of the project came upon a tag. */
export function hasTags(factsFolder: string): boolean {
  return existsSync(markIn(factsFolder));
}

/** The next run of this project looks into every module from the start. */
export function rememberTags(factsFolder: string): void {
  try {
    mkdirSync(factsFolder, { recursive: true, mode: 0o700 });
    writeFileSync(markIn(factsFolder), "");
  } catch (error) {
    // Without a writable folder every run is a first one; the file store says so when it is used.
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}

function markIn(factsFolder: string): string {
  return join(factsFolder, "tagged");
}

/** FNV-1a, twice: `node:crypto` takes 2 ms to load. Where two projects share a folder each finds its own, by content. */
function shortHash(text: string): string {
  const half = (start: number): string => {
    let hash = start;
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  return half(0x811c9dc5) + half(0x050c5d1f);
}
