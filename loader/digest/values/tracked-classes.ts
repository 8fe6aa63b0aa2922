import type { ClassResolver } from "../../../runtime/codec/writer.ts";
import type { CodeOrigin } from "./code-values.ts";

/** What is asked of the linker. */
export interface ClassLookup {
  origin(fn: Function): CodeOrigin | undefined;
  /** Over the class and all that it reaches; undefined where it cannot be linked. */
  codeDigest(fn: Function): string | undefined;
  /** Whether the instances of that class are more than their prototype and public fields, or it is no class. */
  isHidden(url: string, name: string): boolean;
  relativePath(url: string): string;
  /** URLs of the modules that Node has loaded. */
  loaded(): readonly string[];
  /** What a module-level name holds now. */
  read(url: string, name: string): unknown;
}

/**
 * Names classes by their code and their place: `<digest> <name> <file>`. The place tells apart classes with equal code; a
 * class that moved is not found, which is a miss.
 */
export class TrackedClasses implements ClassResolver {
  readonly #lookup: ClassLookup;

  constructor(lookup: ClassLookup) {
    this.#lookup = lookup;
  }

  nameOf(constructor: Function): string | undefined {
    const origin = this.#lookup.origin(constructor);
    if (origin?.kind !== "binding" || this.#lookup.isHidden(origin.url, origin.name)) return undefined;
    const digest = this.#lookup.codeDigest(constructor);
    if (digest === undefined) return undefined;
    const name = `${digest} ${origin.name} ${this.#lookup.relativePath(origin.url)}`;
    return this.find(name) === constructor ? name : undefined;
  }

  find(name: string): Function | undefined {
    const [digest, binding, file] = split(name);
    // A file may run under several URLs (`?fresh`): which of its classes is meant cannot be told then.
    const urls = this.#lookup.loaded().filter((url) => this.#lookup.relativePath(url) === file);
    const [url] = urls;
    if (url === undefined || urls.length > 1 || this.#lookup.isHidden(url, binding)) return undefined;
    const value = this.#lookup.read(url, binding);
    return typeof value === "function" && this.#lookup.codeDigest(value) === digest ? value : undefined;
  }
}

/** A path may hold spaces. */
function split(name: string): [digest: string, binding: string, file: string] {
  const first = name.indexOf(" ");
  const second = name.indexOf(" ", first + 1);
  return [name.slice(0, first), name.slice(first + 1, second), name.slice(second + 1)];
}
