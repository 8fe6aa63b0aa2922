/** How a text is read. Two texts that differ only in this may have different facts. */
export type Syntax = "js" | "jsx" | "ts" | "tsx";

/** What Node takes the module for. `commonjs` also covers TypeScript that a transformer turns into CommonJS while its text has import statements. */
export type ModuleKind = "module" | "commonjs";
