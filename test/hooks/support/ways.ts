import { HAS_SYNC_HOOKS } from "../../../runtime/node-facts.ts";
import { ASYNC, PRELOAD, SYNC, TSX, TSX_CLI } from "./project.ts";

/** How the hook comes into a process, and who else. */
export interface Way {
  readonly name: string;
  /** What runs without the hook: flags before those of the program. */
  readonly without: readonly string[];
  readonly flags: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** tsx is there in both runs. */
  readonly withTsx?: true;
}

const use = (...modules: readonly string[]): string[] => modules.flatMap((module) => ["--import", module]);
const IN_OPTIONS = { NODE_OPTIONS: `--import=${PRELOAD}` };

export const ALONE: Way = { name: "alone", without: [], flags: use(PRELOAD) };

const WITH_TSX: readonly Way[] = [
  { name: "after tsx", without: use(TSX), flags: use(TSX, PRELOAD), withTsx: true },
  { name: "before tsx", without: use(TSX), flags: use(PRELOAD, TSX), withTsx: true },
  { name: "under tsx's command", without: [TSX_CLI], flags: [TSX_CLI, ...use(PRELOAD)], withTsx: true },
  { name: "in NODE_OPTIONS, with tsx", without: use(TSX), flags: use(TSX), env: IN_OPTIONS, withTsx: true },
];

const WITH_OTHERS: readonly Way[] = [
  { name: "after an async loader", without: use(ASYNC), flags: use(ASYNC, PRELOAD) },
  { name: "before an async loader", without: use(ASYNC), flags: use(PRELOAD, ASYNC) },
  { name: "after sync hooks", without: use(SYNC), flags: use(SYNC, PRELOAD) },
  { name: "before sync hooks", without: use(SYNC), flags: use(PRELOAD, SYNC) },
];

const WITH_BOTH: readonly Way[] = [
  { name: "after tsx and an async loader", without: use(TSX, ASYNC), flags: use(TSX, ASYNC, PRELOAD), withTsx: true },
  { name: "before tsx and an async loader", without: use(ASYNC, TSX), flags: use(PRELOAD, ASYNC, TSX), withTsx: true },
];

/** Below the gate of `HAS_SYNC_HOOKS`, sync hooks break programs by themselves, whoever registers them. */
const others = WITH_OTHERS.filter(({ name }) => HAS_SYNC_HOOKS || !name.endsWith("sync hooks"));

export const WAYS: readonly Way[] = [
  ALONE,
  { name: "in NODE_OPTIONS", without: [], flags: [], env: IN_OPTIONS },
  ...WITH_TSX,
  ...others,
  ...WITH_BOTH,
];
