import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where facts and rewritten texts of the project at `root` are kept, below the folder of the cache. */
export function factsFolderOf(folder: string, root: string): string {
  return join(folder, "facts", createHash("sha256").update(root).digest("hex").slice(0, 16));
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
