import type { Link } from "../../runtime/call/link.ts";
import type { DepsForm } from "../../runtime/config/deps-form.ts";
import { DependencyGraph } from "./graph/dependency-graph.ts";
import { foreignKey, gatherForeignChanges } from "./world/foreign-changes.ts";
import { type Linked, type LinkLog, type LoggedLink, VerifiedLog } from "./link-log.ts";
import { type LinkWorld, type NotedWorld, noteQuestions, type Question } from "./world/link-questions.ts";
import { type LinkContext, linkContext } from "./link-roots.ts";

export interface LinksContext {
  /** Moves when a module is loaded that may change a link. */
  generation(): number;
  /** `deps`: how packages count. */
  world(deps: DepsForm): LinkWorld;
  relativePath(url: string): string;
  /** Of earlier runs in which packages counted so, the likeliest first. Asked for when something is first to be linked, one by one. */
  earlier(packages: string): Iterable<LinkLog>;
}

/** Makes a link; sees the program through `context` alone. */
export type MakeLink = (context: LinkContext) => Link;

/** Links, each made once for what is loaded, or taken from an earlier run where it would come out the same. */
export class Links {
  readonly #context: LinksContext;
  #generation = -1;
  /** By how packages count. */
  #linkings = new Map<string, Linking>();
  readonly #logs: NewLog[] = [];

  constructor(context: LinksContext) {
    this.#context = context;
  }

  get(name: string, deps: DepsForm, make: MakeLink): Link {
    const generation = this.#context.generation();
    if (this.#generation !== generation) this.#linkings = new Map();
    this.#generation = generation;
    const packages = typeof deps === "string" ? deps : `source:${deps.join()}`;
    let linking = this.#linkings.get(packages);
    if (linking === undefined) this.#linkings.set(packages, (linking = this.#begin(packages, deps)));
    return linking.get(name, make);
  }

  /** What this run has linked by itself. */
  made(): readonly NewLog[] {
    return this.#logs.filter(({ links }) => links.size > 0);
  }

  #begin(packages: string, deps: DepsForm): Linking {
    const { earlier, world, relativePath } = this.#context;
    const now = world(deps);
    return new Linking(verified(earlier(packages), now), () => {
      const noted = noteQuestions(now);
      const log: NewLog = { packages, questions: noted.questions, links: new Map() };
      this.#logs.push(log);
      return { context: newContext(noted, relativePath), log };
    });
  }
}

function* verified(logs: Iterable<LinkLog>, world: LinkWorld): Generator<VerifiedLog> {
  for (const log of logs) yield new VerifiedLog(log, world);
}

export interface NewLog extends LinkLog {
  readonly questions: readonly Question[];
  readonly links: Map<string, LoggedLink>;
}

interface Fresh {
  readonly context: LinkContext;
  readonly log: NewLog;
}

/** Of one state of the program. */
class Linking {
  readonly #links = new Map<string, Link>();
  readonly #asked: VerifiedLog[] = [];
  readonly #unasked: Iterator<VerifiedLog>;
  readonly #begin: () => Fresh;
  #fresh: Fresh | undefined;

  constructor(earlier: Iterator<VerifiedLog>, begin: () => Fresh) {
    this.#unasked = earlier;
    this.#begin = begin;
  }

  get(name: string, make: MakeLink): Link {
    let link = this.#links.get(name);
    if (link === undefined) {
      link = this.#find(name, make) ?? this.#make(name, make);
      this.#links.set(name, link);
    }
    return link;
  }

  #find(name: string, make: MakeLink): Link | undefined {
    for (let index = 0; ; index++) {
      const link = this.#log(index)?.find(name);
      if (link !== undefined) return { ...link, parts: () => partsOf(make(this.#now().context), link.codeDigest) };
      if (this.#asked.length <= index) return undefined;
    }
  }

  #log(index: number): VerifiedLog | undefined {
    if (index === this.#asked.length) {
      const { value, done } = this.#unasked.next();
      if (done !== true) this.#asked.push(value);
    }
    return this.#asked[index];
  }

  #make(name: string, make: MakeLink): Link {
    const { context, log } = this.#now();
    const link = make(context);
    if (link.ok) log.links.set(name, { asked: log.questions.length, link });
    return link;
  }

  #now(): Fresh {
    return (this.#fresh ??= this.#begin());
  }
}

/** None where linking gives other code by now, since a module was loaded meanwhile: it has other parts. */
function partsOf(link: Link, codeDigest: string): ReturnType<Linked["parts"]> {
  return link.ok && link.codeDigest === codeDigest ? link.parts() : [];
}

function newContext(world: NotedWorld, relativePath: (url: string) => string): LinkContext {
  const foreign = gatherForeignChanges(world);
  const graph = new DependencyGraph({
    ...world,
    relativePath,
    foreignVertices: (url, name) => foreign.vertices.get(foreignKey(url, name)) ?? [],
  });
  const isNodeGlobal = (name: string): boolean => world.isNodeGlobal(name);
  return linkContext({ graph, modules: world.modules, foreign, relativePath, isNodeGlobal });
}
