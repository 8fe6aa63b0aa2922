/** The text of a module as its author wrote it, before any transformation, just before Node runs it. */
export interface LoadedText {
  readonly url: string;
  readonly text: string;
  /** What Node (or tsx) takes the module for. */
  readonly kind: "module" | "commonjs";
}

/**
 * What the hooks of every kind tell about modules, and where rewriting happens. It runs in the thread that the hooks run
 * in: on Node 20 ES modules are seen by Node's hooks thread, CommonJS modules by the program's own.
 */
export interface LoadListener {
  /** A specifier was resolved. Only for parents that are tracked source (a `file:` URL not under node_modules). */
  resolved(resolution: Resolution): void;
  /** A tracked source is about to run. What this returns runs in its place; undefined leaves it untouched. Must not throw but for located errors of the user's making. */
  loaded(module: LoadedText): string | undefined;
}

export interface Resolution {
  readonly parentUrl: string;
  readonly specifier: string;
  readonly kind: "import" | "require";
  readonly url: string;
}

/** Whether astrocache reads a module's source: its own code, not that of installed packages. */
export function isTrackedUrl(url: string): boolean {
  return url.startsWith("file:") && !url.includes("/node_modules/");
}
