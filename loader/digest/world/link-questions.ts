import type { Content } from "./content.ts";
import type { EmitOptions, ReadEmitOptions } from "./emit-options.ts";
import type { FactsOutcome } from "./module-table.ts";
import type { DescribePackage } from "./packages.ts";
import type { ResolvedImport, Resolver } from "./resolve.ts";

/** The modules of a program, as linking sees them. */
export interface LinkedModules {
  facts(url: string): FactsOutcome;
  /** What the facts of a module follow from, besides its URL. */
  identity(url: string): string;
  /** URLs of the loaded modules that change what other modules declare, or may; sorted. */
  reachingOut(): readonly string[];
}

/** All that linking takes from outside of itself. Each answer stays what it is while no module is loaded that may change a link. */
export interface LinkWorld {
  readonly modules: LinkedModules;
  readonly resolver: Resolver;
  readonly emit: ReadEmitOptions;
  readonly describePackage: DescribePackage;
  contentOf(url: string): Content;
  /** Whether a name of the global object was there before the program began. */
  isNodeGlobal(name: string): boolean;
}

/** One thing that linking asked, and what was answered then. */
export interface Question {
  readonly kind: QuestionKind;
  readonly about: readonly string[];
  readonly answer: string;
}

export type QuestionKind = keyof typeof answers;

/** What a question is answered now. Of equal answers linking makes the same: it sees nothing else. */
export function ask(kind: QuestionKind, about: readonly string[], world: LinkWorld): string {
  return answers[kind](world, ...about);
}

const answers = {
  module: ({ modules }: LinkWorld, url = "") => modules.identity(url),
  outward: ({ modules }: LinkWorld) => modules.reachingOut().join("\n"),
  import: ({ resolver }: LinkWorld, parentUrl = "", kind = "", specifier = "") =>
    textOfResolved(resolver.resolve(parentUrl, { kind: kind === "require" ? "require" : "import", specifier })),
  emit: ({ emit }: LinkWorld) => JSON.stringify(emit()),
  package: ({ describePackage }: LinkWorld, url = "") => JSON.stringify(describePackage(url) ?? null),
  content: ({ contentOf }: LinkWorld, url = "") => JSON.stringify(contentOf(url)),
  global: ({ isNodeGlobal }: LinkWorld, name = "") => (isNodeGlobal(name) ? "Node" : "program"),
};

function textOfResolved(resolved: ResolvedImport): string {
  if (resolved.kind === "missing") return resolved.kind;
  return `${resolved.kind} ${resolved.kind === "builtin" ? resolved.name : resolved.url}`;
}

/** The same world, in which every question is noted when it is first asked. */
export interface NotedWorld extends LinkWorld {
  /** In the order in which they were asked. Grows. */
  readonly questions: readonly Question[];
}

/** Whoever links sees the world through this alone, so that no question can be forgotten. */
export function noteQuestions(world: LinkWorld): NotedWorld {
  const questions: Question[] = [];
  const asked = new Map<QuestionKind, Set<string>>();
  const note = (kind: QuestionKind, ...about: readonly string[]): void => {
    const name = about.length === 1 ? (about[0] ?? "") : about.join("\0");
    let known = asked.get(kind);
    if (known === undefined) asked.set(kind, (known = new Set()));
    if (known.has(name)) return;
    known.add(name);
    questions.push({ kind, about, answer: ask(kind, about, world) });
  };
  return {
    questions,
    modules: {
      facts(url) {
        note("module", url);
        return world.modules.facts(url);
      },
      identity(url) {
        note("module", url);
        return world.modules.identity(url);
      },
      reachingOut() {
        note("outward");
        return world.modules.reachingOut();
      },
    },
    resolver: {
      resolve(parentUrl, imported) {
        note("import", parentUrl, imported.kind, imported.specifier);
        return world.resolver.resolve(parentUrl, imported);
      },
    },
    emit(): EmitOptions {
      note("emit");
      return world.emit();
    },
    describePackage(url) {
      note("package", url);
      return world.describePackage(url);
    },
    contentOf(url) {
      note("content", url);
      return world.contentOf(url);
    },
    isNodeGlobal(name) {
      note("global", name);
      return world.isNodeGlobal(name);
    },
  };
}
