import { IS_WORKER } from "../../runtime/node-facts.ts";

/**
 * Whether this thread is a worker of esbuild, which tsx starts for its sync transformations. It inherits `NODE_OPTIONS`, and nothing
 * of the program ever runs in it. esbuild knows itself by the same field.
 */
export function isToolThread(): boolean {
  // It takes 2 ms to load, which the main thread of most programs never pays.
  const data: unknown = IS_WORKER ? process.getBuiltinModule("node:worker_threads").workerData : undefined;
  return typeof data === "object" && data !== null && "esbuildVersion" in data;
}
