import { homedir, tmpdir } from "node:os";
import path from "node:path";

const NAME = "astrocache";

/**
 * The folder of the file store. `override` is `ASTROCACHE_DIR`; a relative one counts from the working directory.
 * Default: the user's cache folder, so that checkouts and worktrees share it.
 */
export async function cacheFolder(override?: string): Promise<string> {
  if (override !== undefined && override !== "") return path.resolve(override);
  const found = homeless() ? undefined : await platformFolder();
  return found ?? path.join(tmpdir(), `${NAME}-${process.getuid?.() ?? "user"}`);
}

async function platformFolder(): Promise<string> {
  const { default: envPaths } = await import("env-paths");
  const { cache } = envPaths(NAME, { suffix: "" });
  // "If an implementation encounters a relative path […] it should consider the path invalid and ignore it": XDG base directory specification 0.8.
  return path.isAbsolute(cache) ? cache : path.join(homedir(), ".cache", NAME);
}

/** Containers run users without a home, for whom `homedir` throws; env-paths calls it as it loads. */
function homeless(): boolean {
  try {
    return !path.isAbsolute(homedir());
  } catch {
    return true;
  }
}
