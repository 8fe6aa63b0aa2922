import { mkdirSync, statSync } from "node:fs";
import { WRITABLE_BY_OTHERS } from "../folder.ts";

const WRITABLE_BY_ALL = 0o002;

/** Makes the folder and what is missing above it, for its owner alone. Throws what `mkdirSync` throws. */
export function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * Throws where somebody else could have put the entries there: what a cache answers with is as good as code.
 * `root` may be writable by a group, since many systems give each user a group of their own; what we made below may not.
 * False where they are not there: another process has just cleared them.
 */
export function isPrivate(root: string, made: string): boolean {
  const uid = process.getuid?.();
  return uid === undefined || (check(root, [uid, 0], WRITABLE_BY_ALL) && check(made, [uid], WRITABLE_BY_OTHERS));
}

function check(folder: string, owners: readonly number[], writable: number): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return false;
  const { uid, mode } = found;
  if (!owners.includes(uid))
    throw new Error(`${folder} belongs to another user; set ASTROCACHE_DIR to a folder of your own`);
  if ((mode & writable) !== 0)
    throw new Error(`${folder} can be written by other users; chmod it, or set ASTROCACHE_DIR to a private folder`);
  return true;
}
