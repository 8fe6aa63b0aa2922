import type { LocalBindingFacts, ModuleFacts, RefFacts } from "../../analysis/facts.ts";
import type { ReasonNote } from "../../../runtime/reasons.ts";
import { type DigestGraph, digestFrom } from "./digest-graph.ts";
import { type Definition, findExport, findImported } from "../world/find-export.ts";
import { failed, type GraphNode, type MadeNode, makeContent } from "./graph-node.ts";
import type { LinkWorld } from "../world/link-questions.ts";
import { PlaceTable } from "./place-table.ts";
import { originOf, type ResolvedImport } from "../world/resolve.ts";

/** Where the vertices of a module are. */
interface ModulePlaces {
  readonly vertices: (number | undefined)[];
  /** By name, and what is shown of it. */
  readonly bindings: Map<string, number>;
  effects: readonly number[] | undefined;
}

interface Row extends MadeNode {
  edges: readonly number[] | undefined;
}

export interface GraphContext extends Pick<
  LinkWorld,
  "modules" | "resolver" | "emit" | "describePackage" | "contentOf"
> {
  /** Path of a module relative to the root: what code that looks at its own location depends on. */
  relativePath(url: string): string;
  /** Statements elsewhere that change what a name holds when their module loads. */
  foreignVertices(url: string, name: string): readonly { readonly url: string; readonly vertex: number }[];
}

/** The dependency graph over all modules, made as far as it is asked for. */
export class DependencyGraph implements DigestGraph {
  readonly #rows: Row[] = [];
  readonly #modules = new Map<string, ModulePlaces>();
  readonly #others = new Map<string, number>();
  readonly #digests = new PlaceTable<string>();
  readonly #context: GraphContext;

  constructor(context: GraphContext) {
    this.#context = context;
  }

  digest(place: number): string {
    return digestFrom(place, this, this.#digests);
  }

  own(place: number): string {
    return this.#row(place).own;
  }

  node(place: number): GraphNode {
    return this.#row(place).node;
  }

  /** Something that a module of Node exports. */
  isBuiltin(place: number): boolean {
    return this.own(place).startsWith(BUILTIN);
  }

  edges(place: number): readonly number[] {
    const row = this.#row(place);
    row.edges ??= this.#expand(row.node);
    return row.edges;
  }

  vertex(url: string, vertex: number): number {
    const { vertices } = this.#module(url);
    return (vertices[vertex] ??= this.#add(this.#makeVertex(url, vertex)));
  }

  whole(url: string): number {
    return this.#place(`whole\0${url}`, () => {
      const outcome = this.#context.modules.facts(url);
      return outcome.ok ? { node: { kind: "whole", url }, own: "whole" } : failed(outcome.note);
    });
  }

  binding(url: string, name: string, named: boolean): number[] {
    const outcome = this.#context.modules.facts(url);
    if (!outcome.ok) return [this.#failed(outcome.note)];
    const facts = Object.hasOwn(outcome.facts.bindings, name) ? outcome.facts.bindings[name] : undefined;
    if (facts === undefined) return [this.whole(url)];
    if (facts.kind === "import")
      return this.#definitions(findImported(url, outcome.facts, facts.import, facts.name, this.#context), named);
    return [this.#local(url, name, facts, named)];
  }

  /** What an import statement loads. */
  imported(url: string, facts: ModuleFacts, place: number, name: string, named: boolean): number[] {
    return this.#definitions(findImported(url, facts, place, name, this.#context), named);
  }

  /** Modules that the module of a vertex imports for their effects only. */
  effects(place: number): readonly number[] {
    const { node } = this.#row(place);
    if (node.kind !== "vertex" && node.kind !== "binding" && node.kind !== "whole") return NOTHING;
    const known = this.#module(node.url);
    known.effects ??= this.#effectsOf(node.url);
    return known.effects;
  }

  #makeVertex(url: string, vertex: number): MadeNode {
    const outcome = this.#context.modules.facts(url);
    if (!outcome.ok) return failed(outcome.note);
    const facts = outcome.facts.vertices[vertex];
    if (facts === undefined) throw new Error(`${url} has no vertex ${vertex}`);
    const location = facts.location ? ` at ${this.#context.relativePath(url)}` : "";
    const emitted = facts.emits.map((kind) => ` ${kind} ${this.#context.emit().texts[kind]}`).join("");
    return { node: { kind: "vertex", url, vertex, facts }, own: `${facts.kind} ${facts.hash}${location}${emitted}` };
  }

  #local(url: string, name: string, facts: LocalBindingFacts, named: boolean): number {
    const shown = named && facts.functionName !== undefined ? ` ${facts.functionName}` : "";
    const { bindings } = this.#module(url);
    const key = shown === "" ? name : `${name}\0${shown}`;
    let place = bindings.get(key);
    if (place === undefined) {
      place = this.#add({ node: { kind: "binding", url, name, facts, named }, own: `binding${shown}` });
      bindings.set(key, place);
    }
    return place;
  }

  #definitions(definitions: readonly Definition[], named: boolean): number[] {
    return definitions.flatMap((definition) => {
      if (definition.kind === "binding") return this.binding(definition.url, definition.name, named);
      if (definition.kind === "whole") {
        const whole = this.whole(definition.url);
        return [definition.name === undefined ? whole : this.#one(`export ${definition.name}`, [whole])];
      }
      if (definition.kind === "failed") return [this.#failed(definition.note)];
      return [this.#outside(definition)];
    });
  }

  #outside({ resolved, specifier, name }: Extract<Definition, { kind: "outside" }>): number {
    switch (resolved.kind) {
      case "builtin":
        return this.#place(`builtin\0${resolved.name}\0${name}`, () => ({
          node: { kind: "other" },
          own: `${BUILTIN}${resolved.name.replace(/^node:/, "")} ${name}`,
        }));
      case "package":
        return this.#place(`package\0${resolved.url}\0${name}`, () => this.#makePackage(resolved, name));
      case "content":
        return this.#place(`content\0${resolved.url}`, () =>
          makeContent(resolved.url, this.#context.contentOf(resolved.url)),
        );
      case "addon":
        return this.#place(`content\0${resolved.url}`, () =>
          makeContent(resolved.url, this.#context.contentOf(resolved.url), {
            code: "native-addon",
            detail: specifier,
          }),
        );
      case "missing":
        return this.#failed({ code: "import-unresolved", detail: specifier });
    }
  }

  #makePackage(resolved: Extract<ResolvedImport, { kind: "package" }>, name: string): MadeNode {
    const { url } = resolved;
    const facts = this.#context.describePackage(url);
    if (facts === undefined) return failed({ code: "source-unreadable", file: url });
    return {
      node: { kind: "package", origin: originOf(resolved) ?? url, label: facts.label, digest: facts.digest },
      own: `package ${facts.digest} ${facts.path} ${name}`,
    };
  }

  #failed(note: ReasonNote): number {
    return this.#place(`failed\0${JSON.stringify(note)}`, () => failed(note));
  }

  #expand(node: GraphNode): readonly number[] {
    switch (node.kind) {
      case "vertex":
        return [
          ...node.facts.refs.map((ref) => this.#one("ref", this.#ref(node.url, ref))),
          ...(node.facts.emits.includes("jsx") ? this.#calledByJsx(node.url) : []),
        ];
      case "binding": {
        const foreign = this.#context.foreignVertices(node.url, node.name);
        return [
          ...node.facts.vertices.map((vertex) => this.vertex(node.url, vertex)),
          ...foreign.map(({ url, vertex }) => this.vertex(url, vertex)),
        ];
      }
      case "whole":
        return this.#expandWhole(node.url);
      case "package":
      case "content":
        return this.#context.foreignVertices(node.origin, "").map(({ url, vertex }) => this.vertex(url, vertex));
      default:
        return [];
    }
  }

  #expandWhole(url: string): number[] {
    const outcome = this.#context.modules.facts(url);
    if (!outcome.ok) return [];
    const { facts } = outcome;
    const passedOn = Object.values(facts.exports).flatMap((exported) =>
      exported.kind === "from"
        ? this.imported(url, facts, exported.import, exported.name, true)
        : this.binding(url, exported.name, true),
    );
    const stars = facts.starExports.flatMap((place) => this.imported(url, facts, place, "*", true));
    return [...facts.shells.map((vertex) => this.vertex(url, vertex)), ...passedOn, ...stars];
  }

  /** What the options of the compiler say that JSX calls. */
  #calledByJsx(url: string): number[] {
    const { jsxRuntime: specifier, jsxNames } = this.#context.emit();
    const outcome = this.#context.modules.facts(url);
    const bindings = outcome.ok ? outcome.facts.bindings : {};
    if (specifier === undefined)
      return jsxNames.filter((name) => Object.hasOwn(bindings, name)).flatMap((name) => this.binding(url, name, true));
    const resolved = this.#context.resolver.resolve(url, { kind: "import", specifier });
    // Where it is not there, nothing was compiled to call it: Node itself runs no JSX, and JavaScript may have been compiled before.
    if (resolved.kind === "missing") return [];
    if (resolved.kind === "source") return [this.whole(resolved.url)];
    return [this.#outside({ kind: "outside", resolved, specifier, name: "*" })];
  }

  #ref(url: string, ref: RefFacts): number[] {
    if (ref.kind === "vertex") return [this.vertex(url, ref.vertex)];
    if (ref.kind === "binding") return this.binding(url, ref.name, ref.named);
    const outcome = this.#context.modules.facts(url);
    if (!outcome.ok) return [this.#failed(outcome.note)];
    const { facts } = outcome;
    if (ref.kind === "module") return this.imported(url, facts, ref.import, ref.member ?? "*", true);
    const binding = facts.bindings[ref.name];
    if (binding?.kind !== "import") return this.binding(url, ref.name, true);
    const target = this.#namespaceOf(url, facts, binding.import, binding.name);
    // Of an object any member may be meant: its name counts.
    return target === undefined
      ? [this.#one(`member ${ref.member}`, this.binding(url, ref.name, true))]
      : this.#definitions(findExport(target, ref.member, this.#context), ref.named);
  }

  /** The module whose exports a name holds: a namespace import, a required module, or the default import of CommonJS. */
  #namespaceOf(url: string, facts: ModuleFacts, place: number, name: string): string | undefined {
    const definitions = findImported(url, facts, place, name, this.#context);
    const [only] = definitions;
    const isNamespace = only?.kind === "whole" && (only.name ?? "default") === "default";
    return definitions.length === 1 && isNamespace ? only.url : undefined;
  }

  /** One vertex for what a reference leads to, so that neighbouring references cannot be taken for each other. */
  #one(own: string, targets: readonly number[]): number {
    const [only] = targets;
    if (only !== undefined && targets.length === 1 && own === "ref") return only;
    const place = this.#place(`${own}\0${targets.join()}`, () => ({ node: { kind: "other" }, own }));
    this.#row(place).edges ??= targets;
    return place;
  }

  #place(key: string, make: () => MadeNode): number {
    let place = this.#others.get(key);
    if (place === undefined) this.#others.set(key, (place = this.#add(make())));
    return place;
  }

  #add({ node, own }: MadeNode): number {
    return this.#rows.push({ node, own, edges: undefined }) - 1;
  }

  #module(url: string): ModulePlaces {
    let places = this.#modules.get(url);
    if (places === undefined)
      this.#modules.set(url, (places = { vertices: [], bindings: new Map(), effects: undefined }));
    return places;
  }

  #effectsOf(url: string): readonly number[] {
    const outcome = this.#context.modules.facts(url);
    if (!outcome.ok) return NOTHING;
    const { facts } = outcome;
    const found = facts.imports.flatMap(({ effectOnly }, place) =>
      effectOnly ? this.imported(url, facts, place, "*", false) : [],
    );
    return found.length === 0 ? NOTHING : found;
  }

  #row(place: number): Row {
    const row = this.#rows[place];
    if (row === undefined) throw new Error(`the graph has no vertex ${place}`);
    return row;
  }
}

const BUILTIN = "builtin ";

const NOTHING: readonly number[] = [];
