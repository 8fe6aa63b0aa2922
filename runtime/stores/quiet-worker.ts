import { Worker } from "node:worker_threads";
import type { TransferListItem } from "node:worker_threads";
import { ownFile } from "../own/files.ts";

/**
 * Starts a thread of our own. `file`: as for `ownFile`. Neither the program's flags nor its
 * hooks are for it: it would load and watch itself. It does not keep the process alive.
 */
export function startQuietWorker(file: string, workerData: object, transferList: TransferListItem[] = []): Worker {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const worker = new Worker(ownFile(file), {
    workerData,
    transferList,
    execArgv: [],
    env,
  });
  worker.unref();
  return worker;
}
