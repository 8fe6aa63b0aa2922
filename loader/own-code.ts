import { ownFolders } from "../runtime/own/files.ts";

const OWN = ownFolders(["runtime", "loader"]);

/** Whether a module is astrocache's own, which programs import for `cache`: never a target, and no part of their code. */
export function isOwnCode(url: string): boolean {
  return OWN.some((folder) => url.startsWith(folder));
}
