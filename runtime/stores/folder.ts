import type { Stats } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";

const NAME = "astrocache";

/**
 * The folder of the file store. `override` is `ASTROCACHE_DIR`; a relative one counts from the working directory.
 * Default: the user's cache folder, so that checkouts and worktrees share it.
 */
export function cacheFolder(override?: string): string {
  if (override !== undefined && override !== "") return path.resolve(override);
  const home = homeFolder();
  return home === undefined
    ? path.join(tmpdir(), `${NAME}-${process.getuid?.() ?? "user"}`)
    : platformFolder(home, process.env);
}

export const WRITABLE_BY_OTHERS = 0o022;

/** Whether nobody else can have written a file of the cache: the code of a program is made of what is kept there besides entries. */
export function isOwn({ uid, mode }: Pick<Stats, "uid" | "mode">): boolean {
  const own = process.getuid?.();
  return own === undefined || (uid === own && (mode & WRITABLE_BY_OTHERS) === 0);
}

/** As the package env-paths has it, which takes as long to load as all else that a start does. */
function platformFolder(home: string, env: NodeJS.ProcessEnv): string {
  if (process.platform === "darwin") return path.join(home, "Library/Caches", NAME);
  if (process.platform === "win32")
    return path.join(absolute(env["LOCALAPPDATA"]) ?? path.join(home, "AppData/Local"), NAME, "Cache");
  return path.join(absolute(env["XDG_CACHE_HOME"]) ?? path.join(home, ".cache"), NAME);
}

/** "If an implementation encounters a relative path […] it should consider the path invalid and ignore it": XDG base directory specification 0.8. */
function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && path.isAbsolute(folder) ? folder : undefined;
}

/** Containers run users without a home, for whom `homedir` throws. */
function homeFolder(): string | undefined {
  try {
    const home = homedir();
    return path.isAbsolute(home) ? home : undefined;
  } catch {
    return undefined;
  }
}
