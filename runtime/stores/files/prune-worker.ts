import { workerData } from "node:worker_threads";
import { pruneFolder } from "./prune.ts";
import type { Room } from "./prune.ts";
import { markPruned } from "./pruner.ts";

/* Removes what is too much, beside the program. The program may end before this has: the next one goes on. */

const { folder, room } = workerData as { readonly folder: string; readonly room: Room };
pruneFolder(folder, room, Date.now());
markPruned(folder, "done");
