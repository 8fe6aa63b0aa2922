import { type AlteredCode, GLOBALS, type CodeShape, type StateRead } from "../../../runtime/call/link.ts";
import type { Accessors } from "../../../runtime/call/site.ts";
import type { ChangedMembers } from "../../analysis/data/changed-members.ts";
import { CodeShapes } from "./code-shapes.ts";
import { CodeValues, type CodeOrigin } from "./code-values.ts";
import type { ModuleOutline, OutlinedName } from "./module-outline.ts";

export interface ModuleValuesContext {
  /** Of a module that is observed. */
  outline(url: string): ModuleOutline | undefined;
  /** Whether Node has loaded it, as a part of the program. */
  isLoaded(url: string): boolean;
  /** Whether a tail in the module's text tells when it has run. */
  isObserved(url: string): boolean;
}

/** What the names of loaded modules hold, read through the accessors that their tails give. */
export class ModuleValues {
  readonly #context: ModuleValuesContext;
  readonly #accessors = new Map<string, Accessors>();
  readonly #origins = new CodeValues();
  readonly #shapes = new CodeShapes();
  /** Modules with a target that was called before they had run to their end. */
  readonly #running = new Set<string>();
  readonly #finished = new Set<string>();
  readonly #reloaded = new Set<string>();

  constructor(context: ModuleValuesContext) {
    this.#context = context;
  }

  read(url: string, name: string): StateRead {
    if (url === GLOBALS) return readGlobal(name);
    const accessors = this.#accessors.get(url);
    const accessor = accessors !== undefined && Object.hasOwn(accessors, name) ? accessors[name] : undefined;
    if (accessor === undefined) {
      if (accessors === undefined)
        return { ok: false, why: this.#context.isObserved(url) ? "unready" : "unobservable" };
      return { ok: false, why: name.startsWith("*") ? "unnamed" : "unobservable" };
    }
    try {
      return { ok: true, value: accessor() };
    } catch (error) {
      if (error instanceof ReferenceError) return { ok: false, why: "unready" };
      throw error;
    }
  }

  /** The first of these that is no longer what its module made, or of which that cannot be seen. */
  altered(shapes: readonly CodeShape[]): AlteredCode | undefined {
    // At each call of a target: without a closure.
    for (const { url, name, isDataKept } of shapes) {
      const read = this.read(url, name);
      if (read.ok && typeof read.value === "function" && !this.#shapes.isIntact(read.value, isDataKept))
        return { url, name, isUnobservable: false };
      if (!read.ok && this.#ranUnseen(url)) return { url, name, isUnobservable: true };
    }
    return undefined;
  }

  #ranUnseen(url: string): boolean {
    return this.#context.isLoaded(url) && !this.#context.isObserved(url);
  }

  isRunning(url: string): boolean {
    return this.#context.isObserved(url) && !this.#finished.has(url);
  }

  /** It ran more than once, so that a name of it stands for several values. */
  isReloaded(url: string): boolean {
    return this.#reloaded.has(url);
  }

  /** A module is running: its names can be read as far as they are initialized. */
  attach(url: string, accessors: Accessors): void {
    if (this.#accessors.has(url)) return;
    this.#accessors.set(url, accessors);
    this.#running.add(url);
    this.#learn(url, ({ changedAtLoad }) => changedAtLoad !== true);
  }

  /** A module has run to its end. */
  observe(url: string, accessors: Accessors): void {
    this.#accessors.set(url, accessors);
    this.#running.delete(url);
    if (this.#finished.has(url)) this.#reloaded.add(url);
    this.#finished.add(url);
    const outline = this.#context.outline(url);
    if (outline !== undefined) this.#origins.addModule(url, outline, accessors);
    this.#learn(url, () => true);
  }

  /** A module that has run has set these members of this name, by statements that are in code digests. */
  relearn(url: string, name: string, members: ChangedMembers): void {
    const read = this.read(url, name);
    if (read.ok && typeof read.value === "function") this.#shapes.learnMembers(read.value, members);
  }

  mark(fn: Function, origin: CodeOrigin): void {
    this.#origins.mark(fn, origin);
  }

  originOf(fn: Function): CodeOrigin | undefined {
    return this.#origins.origin(fn) ?? (this.#addRunning(), this.#origins.origin(fn));
  }

  /** The function at module level whose property `prototype` this is. */
  makerOf(prototype: object): Function | undefined {
    return this.#origins.makerOf(prototype) ?? (this.#addRunning(), this.#origins.makerOf(prototype));
  }

  #addRunning(): void {
    for (const url of this.#running) {
      const outline = this.#context.outline(url);
      if (outline !== undefined) this.#origins.addModule(url, outline, this.#accessors.get(url) ?? {});
    }
  }

  /** What a module does to its own code by statements that are seen is done when it has run; all else is an alteration. */
  #learn(url: string, isWanted: (outlined: OutlinedName) => boolean): void {
    for (const outlined of this.#context.outline(url)?.names ?? []) {
      if (outlined.members !== undefined || !isWanted(outlined)) continue;
      const read = this.read(url, outlined.name);
      if (read.ok && typeof read.value === "function" && !this.#shapes.has(read.value)) this.#shapes.learn(read.value);
    }
  }
}

/** A getter is not run for a key. */
function readGlobal(name: string): StateRead {
  const descriptor = Object.getOwnPropertyDescriptor(globalThis, name);
  if (descriptor?.get !== undefined) return { ok: false, why: "unnamed" };
  return { ok: true, value: descriptor?.value };
}
