/**
 * The Nodes that `npm run test:matrix` runs on: the oldest supported one, and the newest of each major. The last ones before
 * `Module.registerHooks` is used (see `runtime/node-facts.ts`) are among them, since a line is hooked differently below and above.
 */
export const MATRIX = ["20.19.0", "20.20.2", "22.22.2", "22.23.3", "24.11.0", "24.21.0", "26.10.0"] as const;
