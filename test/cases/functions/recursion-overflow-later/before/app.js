import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// Node itself says on stderr where the stack ended while a promise was rejected.
const later = fileURLToPath(new URL("later.js", import.meta.url));
const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, later], { encoding: "utf8" });
console.log(stdout, status);
