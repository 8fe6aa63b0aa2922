import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// Node 20.19 ends a process whose stack ends where an AsyncLocalStorage is in use, with the hook or without.
const [major, minor] = process.versions.node.split(".").map(Number);
const isFatal = major === 20 && minor < 20;

// Node itself says on stderr where the stack ended while a promise was rejected.
const later = fileURLToPath(new URL("later.js", import.meta.url));
if (!isFatal) {
  const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, later], { encoding: "utf8" });
  console.log(stdout, status);
}
