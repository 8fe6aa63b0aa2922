export interface MatrixRow {
  readonly version: string;
  /** Parts of the names of the test files that run on it. */
  readonly tests: readonly string[];
}

/** The tests whose outcome depends on how Node loads modules. */
const LOADING = ["hooks/", "cases"];

/**
 * The Nodes that `npm run test:matrix` runs on: the oldest supported one and the newest of each later major. Below and above the gate
 * `HAS_SYNC_HOOKS` of `runtime/node-facts.ts` modules are hooked in two ways, so that the last ones below it are there, too.
 */
export const MATRIX: readonly MatrixRow[] = [
  { version: "20.19.0", tests: LOADING },
  { version: "22.23.3", tests: LOADING },
  { version: "24.21.0", tests: LOADING },
  { version: "26.10.0", tests: LOADING },
  { version: "22.22.2", tests: ["hooks/"] },
  { version: "24.11.0", tests: ["hooks/"] },
];
