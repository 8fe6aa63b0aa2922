import type { ReasonNote } from "../reasons.ts";
import type { Linker, ReachedName } from "./link.ts";

/**
 * Whether the modules that a target reaches have run to their end. Before that a name may not be initialized, so that
 * the body would throw where a hit answers, or may hold what a later statement replaces.
 */
export class Readiness {
  readonly #linker: Linker;
  #open: readonly ReachedName[];

  constructor(names: readonly ReachedName[], linker: Linker) {
    this.#open = names;
    this.#linker = linker;
  }

  /** Why the target cannot be answered yet. Costs nothing once all modules are through. */
  check(): ReasonNote | undefined {
    if (this.#open.length === 0) return undefined;
    this.#open = this.#open.filter(({ url }) => this.#linker.isRunning(url));
    const unready = this.#open.find((name) => name.patchedAtLoad || (name.lexical && this.#isUninitialized(name)));
    return unready === undefined ? undefined : { code: "module-not-ready", detail: unready.name, file: unready.url };
  }

  #isUninitialized({ url, name }: ReachedName): boolean {
    const read = this.#linker.read(url, name);
    return !read.ok && read.why === "unready";
  }
}
