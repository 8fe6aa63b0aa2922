import type {
  AlteredCode,
  CodeIdentity,
  CodeShape,
  GivenTarget,
  Link,
  Linker,
  StateRead,
  TargetFacts,
} from "../../runtime/call/link.ts";
import type { Accessors } from "../../runtime/call/site.ts";
import type { DepsForm } from "../../runtime/config/deps-form.ts";
import type { TargetOptions } from "../../runtime/config/target-options.ts";
import type { ModuleFacts } from "../analysis/facts.ts";
import type { FunctionFacts } from "../analysis/functions/function-facts.ts";
import { DEFAULT_EXPORT } from "../analysis/linkage/pseudo-names.ts";
import type { CodeOrigin } from "./values/code-values.ts";
import { contentOf } from "./world/content.ts";
import type { ReadEmitOptions } from "./world/emit-options.ts";
import { findImported } from "./world/find-export.ts";
import { FunctionIdentities } from "./values/function-identities.ts";
import type { LinkLog } from "./link-log.ts";
import { linkRoots } from "./link-roots.ts";
import { Links, type MakeLink, type NewLog } from "./links.ts";
import { type Mark, Marks } from "./values/marks.ts";
import type { ModuleTable } from "./world/module-table.ts";
import { ModuleValues } from "./values/module-values.ts";
import { isNodeGlobal } from "./world/node-globals.ts";
import { createPackageReader } from "./world/packages.ts";
import type { ImportResolver } from "./world/resolve.ts";
import { arityOf, givenFacts, targetFacts } from "./target-facts.ts";
import { TrackedClasses } from "./values/tracked-classes.ts";
import { TrackedGenerators } from "./values/tracked-generators.ts";
import { wire } from "./graph/wiring.ts";

export interface LinkerContext {
  readonly modules: ModuleTable;
  readonly resolver: ImportResolver;
  readonly projectName: string;
  readonly emit: ReadEmitOptions;
  relativePath(url: string): string;
  /** A selected function. Undefined for functions that are not targets. */
  picked(url: string, index: number): PickedTarget | undefined;
  /** Has what other threads have told of modules arrive before anything is linked. */
  drain(): void;
  /** What earlier runs of the program have linked. */
  earlierLinks?(packages: string): Iterable<LinkLog>;
}

export interface PickedTarget {
  readonly fn: FunctionFacts;
  readonly options: TargetOptions;
  readonly named: boolean;
}

/** Links targets when they are first called, over the modules as they were loaded. */
export class ProgramLinker implements Linker {
  readonly #context: LinkerContext;
  readonly #values = new ModuleValues({
    outline: (url) => this.#context.modules.outline(url),
    isLoaded: (url) => this.#context.modules.isLoaded(url),
    isObserved: (url) => this.#context.modules.isObserved(url),
  });
  readonly #identities = new FunctionIdentities({
    linker: this,
    link: (origin, deps) => this.#linkOrigin(origin, deps),
    hasPrivateState: (url, name) => this.#hasPrivateState(url, name),
  });
  readonly classes = new TrackedClasses({
    origin: (fn) => this.#originOf(fn),
    codeDigest: (fn) => this.#codeDigest(fn),
    isHidden: (url, name) => this.#isHidden(url, name),
    relativePath: (url) => this.#context.relativePath(url),
    loaded: () => this.#context.modules.loaded(),
    read: (url, name) => this.#valueOf(url, name),
  });
  readonly generators = new TrackedGenerators({
    names: this.classes,
    makerOf: (prototype) => this.#values.makerOf(prototype),
    factsOf: (fn) => {
      const origin = this.#originOf(fn);
      return origin === undefined ? undefined : this.#functionOf(origin);
    },
  });
  readonly #marks = new Marks();
  readonly #wrapped = new WeakMap<Function, Function>();
  readonly #links: Links;

  constructor(context: LinkerContext) {
    this.#context = context;
    const { modules, resolver, emit, relativePath, earlierLinks } = context;
    const common = { modules, emit, describePackage: createPackageReader(), contentOf, isNodeGlobal };
    this.#links = new Links({
      generation: () => this.generation,
      world: (deps) => ({ ...common, resolver: resolver.withDeps(deps) }),
      relativePath,
      earlier: earlierLinks ?? (() => []),
    });
  }

  /** What this run has linked by itself, for later runs. */
  newLinks(): readonly NewLog[] {
    return this.#links.made();
  }

  get generation(): number {
    return this.#context.modules.generation;
  }

  describe(url: string, index: number): TargetFacts | undefined {
    this.#context.drain();
    const picked = this.#context.picked(url, index);
    if (picked === undefined) return undefined;
    return { ...targetFacts(url, picked.fn, picked.options, this.#context), isNamed: picked.named };
  }

  /** A function value as a target; undefined where it is not known to come from tracked code, or is a class. */
  given(fn: Function, options: TargetOptions): GivenTarget | undefined {
    this.#context.drain();
    const origin = this.#originOf(fn);
    const facts = origin === undefined ? undefined : this.#functionOf(origin);
    if (origin === undefined || facts === undefined || facts.form === "constructor") return undefined;
    const { url } = origin;
    return {
      facts: givenFacts(targetFacts(url, facts, options, this.#context), facts),
      link: this.#linkFunction(url, facts.index, options.deps ?? "version"),
      captures: origin.kind === "function" ? origin.captures : undefined,
      arity: arityOf(facts),
    };
  }

  /** `wrapper` counts as the function that it wraps. */
  alias(wrapper: Function, fn: Function): void {
    this.#wrapped.set(wrapper, fn);
  }

  link(url: string, index: number): Link {
    return this.#linkFunction(url, index, this.#context.picked(url, index)?.options.deps ?? "version");
  }

  #linkFunction(url: string, index: number, deps: DepsForm): Link {
    return this.#memoized(`function\0${url}\0${index}`, deps, (context) => {
      const outcome = context.modules.facts(url);
      if (!outcome.ok) return outcome;
      const { facts } = outcome;
      const { functions, text } = wire(facts.functions, index);
      const home = facts.functions[index]?.usesThis === true ? (facts.homes[index] ?? undefined) : undefined;
      const vertices = [
        ...functions.map((root) => facts.functionVertices[root] ?? 0),
        ...(home === undefined ? [] : [home]),
      ];
      return linkRoots(
        vertices.map((vertex) => context.graph.vertex(url, vertex)),
        context,
        text,
      );
    });
  }

  read(url: string, name: string): StateRead {
    return this.#values.read(url, name);
  }

  isRunning(url: string): boolean {
    return this.#values.isRunning(url);
  }

  altered(shapes: readonly CodeShape[]): AlteredCode | undefined {
    return this.#values.altered(shapes);
  }

  identify(fn: Function, deps: DepsForm = "version"): CodeIdentity | undefined {
    const origin = this.#originOf(fn);
    return origin === undefined ? undefined : this.#identities.identify(fn, origin, deps);
  }

  attach(url: string, accessors: Accessors): void {
    this.#values.attach(url, accessors);
  }

  observe(url: string, accessors: Accessors): void {
    this.#context.drain();
    this.#values.observe(url, accessors);
    this.#learnForeignChanges(url);
  }

  mark(value: object, mark: Mark): void {
    const fn = this.#marks.functionOf(value, mark);
    if (fn !== undefined) this.#values.mark(fn, { kind: "function", ...mark });
  }

  #originOf(fn: Function): CodeOrigin | undefined {
    return this.#values.originOf(this.#wrapped.get(fn) ?? fn);
  }

  #functionOf(origin: CodeOrigin): FunctionFacts | undefined {
    const functions = this.#facts(origin.url)?.functions;
    if (origin.kind === "function") return functions?.[origin.index];
    const name = origin.name === DEFAULT_EXPORT ? "default" : origin.name;
    return functions?.find((fn) => fn.isTopLevel && fn.name === name);
  }

  #learnForeignChanges(url: string): void {
    if (this.#context.modules.outline(url)?.setsImported !== true) return;
    const facts = this.#facts(url);
    if (facts === undefined) return;
    const { modules, resolver } = this.#context;
    for (const change of facts.foreign) {
      if (change.members === undefined) continue;
      for (const definition of findImported(url, facts, change.import, change.name, { modules, resolver }))
        if (definition.kind === "binding") this.#values.relearn(definition.url, definition.name, change.members);
    }
  }

  #codeDigest(fn: Function): string | undefined {
    const origin = this.#originOf(fn);
    return origin === undefined ? undefined : this.#identities.linkOf(fn, origin, "version")?.codeDigest;
  }

  #isHidden(url: string, name: string): boolean {
    const facts = this.#facts(url);
    const binding = facts !== undefined && Object.hasOwn(facts.bindings, name) ? facts.bindings[name] : undefined;
    return binding === undefined || binding.kind !== "code" || binding.isBranding || this.#values.isReloaded(url);
  }

  #valueOf(url: string, name: string): unknown {
    const read = this.read(url, name);
    return read.ok ? read.value : undefined;
  }

  #hasPrivateState(url: string, name: string): boolean {
    const binding = this.#facts(url)?.bindings[name];
    return binding !== undefined && binding.kind !== "import" && binding.hasPrivateState;
  }

  #linkOrigin(origin: CodeOrigin, deps: DepsForm): Link {
    if (origin.kind === "function") return this.#linkFunction(origin.url, origin.index, deps);
    return this.#memoized(`binding\0${origin.url}\0${origin.name}`, deps, (context) =>
      linkRoots(context.graph.binding(origin.url, origin.name, true), context),
    );
  }

  #memoized(name: string, deps: DepsForm, make: MakeLink): Link {
    this.#context.drain();
    return this.#links.get(name, deps, make);
  }

  #facts(url: string): ModuleFacts | undefined {
    const outcome = this.#context.modules.facts(url);
    return outcome.ok ? outcome.facts : undefined;
  }
}
