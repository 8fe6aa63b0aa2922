import { isMainThread, workerData } from "node:worker_threads";

/**
 * Whether this thread is a worker of esbuild, which tsx starts for its sync transformations. It inherits `NODE_OPTIONS`, and nothing
 * of the program ever runs in it. esbuild knows itself by the same field.
 */
export function isToolThread(): boolean {
  const data: unknown = workerData;
  return !isMainThread && typeof data === "object" && data !== null && "esbuildVersion" in data;
}
