import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ChildRun, timeProcess } from "../runner/nodes.ts";

/** What Node writes for coverage, of one module in one thread. */
interface Covered {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    readonly ranges: readonly { readonly count: number }[];
  }[];
}

/** What a process has loaded and called, in all of its threads. */
export interface Census {
  /** Addresses of the modules, each once. */
  readonly urls: readonly string[];
  /** Calls of the functions of that name, in modules whose address matches. */
  calls(name: string, where: RegExp): number;
}

export function takeCensus({ env, cwd = "", ...run }: ChildRun): Census {
  const folder = mkdtempSync(join(cwd, "coverage-"));
  timeProcess({ ...run, cwd, env: { ...env, NODE_V8_COVERAGE: folder } });
  const modules = readdirSync(folder).flatMap((name) => {
    return (JSON.parse(readFileSync(join(folder, name), "utf8")) as { result: Covered[] }).result;
  });
  return {
    urls: [...new Set(modules.map(({ url }) => url))],
    calls(name, where) {
      const functions = modules.filter(({ url }) => where.test(url)).flatMap((one) => one.functions);
      const counts = functions
        .filter(({ functionName }) => functionName === name)
        .map(({ ranges }) => ranges[0]?.count);
      return counts.reduce<number>((sum, count = 0) => sum + count, 0);
    },
  };
}
