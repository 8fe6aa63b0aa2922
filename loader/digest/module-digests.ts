import type { ModuleFacts, RefFacts } from "../analysis/facts.ts";
import { contentOf } from "./world/content.ts";
import { type DigestGraph, digestFrom } from "./graph/digest-graph.ts";
import type { ModuleAccess } from "./world/find-export.ts";
import type { DescribePackage } from "./world/packages.ts";
import type { ResolvedImport } from "./world/resolve.ts";
import { sha256 } from "./sha256.ts";

/** Raised when the composition of module digests changes. */
export const MODULE_DIGEST_VERSION = "astrocache module 1";

export interface ModuleDigestContext extends ModuleAccess {
  readonly describePackage: DescribePackage;
  /** Path of a module relative to the root: what code that looks at its own location depends on. */
  relativePath(url: string): string;
}

/**
 * Digests of whole modules: of one by itself (its statements in their order, its exports, what it takes from which import),
 * and chained over everything that it imports, used or not. Undefined for a module that cannot be read.
 */
export class ModuleDigests {
  readonly #context: ModuleDigestContext;
  readonly #own = new Map<string, string | undefined>();
  readonly #graph: ImportGraph;

  constructor(context: ModuleDigestContext) {
    this.#context = context;
    this.#graph = new ImportGraph(context, (url) => this.own(url));
  }

  own(url: string): string | undefined {
    if (!this.#own.has(url)) this.#own.set(url, this.#make(url));
    return this.#own.get(url);
  }

  chained(url: string): string | undefined {
    return this.own(url) === undefined ? undefined : this.#graph.digest(url);
  }

  /** Modules of the program that it reaches by imports, itself first. */
  closure(url: string): string[] {
    return this.#graph.closure(url);
  }

  #make(url: string): string | undefined {
    const outcome = this.#context.modules.facts(url);
    return outcome.ok ? digestModule(outcome.facts, () => this.#context.relativePath(url)) : undefined;
  }
}

function digestModule(facts: ModuleFacts, path: () => string): string {
  const graph = new PartGraph(facts, path);
  const digests = new Map<number, string>();
  const digestOf = (place: number): string => digestFrom(place, graph, digests);
  const exported = Object.keys(facts.exports).sort();
  return sha256([
    MODULE_DIGEST_VERSION,
    ...facts.shells.map(digestOf),
    "exports",
    ...exported.flatMap((name) => [name, digestOf(graph.exported(name))]),
    "stars",
    ...facts.starExports.map(String),
  ]);
}

/** The statements and functions of one module; imports are leaves, by their place. */
class PartGraph implements DigestGraph {
  readonly #facts: ModuleFacts;
  readonly #path: () => string;
  /** Beyond the vertices of the facts: names and imports. */
  readonly #others: { readonly own: string; readonly edges: readonly number[] }[] = [];
  readonly #places = new Map<string, number>();

  constructor(facts: ModuleFacts, path: () => string) {
    this.#facts = facts;
    this.#path = path;
  }

  own(place: number): string {
    const vertex = this.#facts.vertices[place];
    if (vertex === undefined) return this.#others[place - this.#facts.vertices.length]?.own ?? "";
    return `${vertex.kind} ${vertex.hash}${vertex.location ? ` at ${this.#path()}` : ""}`;
  }

  edges(place: number): readonly number[] {
    const vertex = this.#facts.vertices[place];
    if (vertex === undefined) return this.#others[place - this.#facts.vertices.length]?.edges ?? [];
    return vertex.refs.map((ref) => this.#ref(ref));
  }

  exported(name: string): number {
    const { [name]: exported } = this.#facts.exports;
    if (exported === undefined) return this.#other("nothing", []);
    if (exported.kind === "from") return this.#imported(exported.import, exported.name);
    return this.#binding(exported.name, true);
  }

  #ref(ref: RefFacts): number {
    switch (ref.kind) {
      case "vertex":
        return ref.vertex;
      case "binding":
        return this.#binding(ref.name, ref.named);
      case "member":
        return this.#other(`member ${ref.member}`, [this.#binding(ref.name, ref.named)]);
      case "module":
        return this.#imported(ref.import, ref.member ?? "*");
    }
  }

  #binding(name: string, named: boolean): number {
    const facts = Object.hasOwn(this.#facts.bindings, name) ? this.#facts.bindings[name] : undefined;
    if (facts === undefined) return this.#other("all", []);
    if (facts.kind === "import") return this.#imported(facts.import, facts.name);
    const shown = named && facts.functionName !== undefined ? ` ${facts.functionName}` : "";
    return this.#other(`binding${shown}`, facts.vertices);
  }

  #imported(place: number, name: string): number {
    return this.#other(`import ${place} ${name}`, []);
  }

  #other(own: string, edges: readonly number[]): number {
    const key = `${own}\0${edges.join()}`;
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#facts.vertices.length + this.#others.push({ own, edges }) - 1;
      this.#places.set(key, place);
    }
    return place;
  }
}

/** Modules and what they import, in the order of the imports; packages, built-in modules and contents are leaves. */
class ImportGraph implements DigestGraph {
  readonly #context: ModuleDigestContext;
  readonly #ownDigest: (url: string) => string | undefined;
  readonly #rows: { readonly own: string; readonly url: string | undefined; edges?: readonly number[] }[] = [];
  readonly #places = new Map<string, number>();
  readonly #digests = new Map<number, string>();

  constructor(context: ModuleDigestContext, ownDigest: (url: string) => string | undefined) {
    this.#context = context;
    this.#ownDigest = ownDigest;
  }

  digest(url: string): string {
    return digestFrom(this.#module(url), this, this.#digests);
  }

  closure(url: string): string[] {
    const found = new Set([this.#module(url)]);
    for (const place of found) for (const target of this.edges(place)) found.add(target);
    return [...found].flatMap((place) => this.#rows[place]?.url ?? []);
  }

  own(place: number): string {
    return this.#rows[place]?.own ?? "";
  }

  edges(place: number): readonly number[] {
    const row = this.#rows[place];
    if (row === undefined) return [];
    row.edges ??= row.url === undefined ? [] : this.#imports(row.url);
    return row.edges;
  }

  #imports(url: string): number[] {
    const outcome = this.#context.modules.facts(url);
    if (!outcome.ok) return [];
    return outcome.facts.imports.map((imported) =>
      this.#resolved(this.#context.resolver.resolve(url, imported), imported.specifier),
    );
  }

  #resolved(resolved: ResolvedImport, specifier: string): number {
    switch (resolved.kind) {
      case "source":
        return this.#module(resolved.url);
      case "builtin":
        return this.#leaf(`builtin ${resolved.name.replace(/^node:/, "")}`);
      case "package": {
        const facts = this.#context.describePackage(resolved.url);
        return this.#leaf(facts === undefined ? `unreadable ${specifier}` : `package ${facts.digest} ${facts.path}`);
      }
      case "content":
      case "addon":
        return this.#leaf(contentText(resolved.url));
      case "missing":
        return this.#leaf(`missing ${specifier}`);
    }
  }

  #module(url: string): number {
    return this.#place(`module ${url}`, () => ({ own: `module ${this.#ownDigest(url) ?? "unreadable"}`, url }));
  }

  #leaf(own: string): number {
    return this.#place(own, () => ({ own, url: undefined }));
  }

  #place(key: string, make: () => { readonly own: string; readonly url: string | undefined }): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#rows.push(make()) - 1;
    this.#places.set(key, place);
    return place;
  }
}

function contentText(url: string): string {
  const content = contentOf(url);
  return content.ok ? `content ${content.digest}` : "content unreadable";
}
