import type { CodeIdentity, Link, Linker } from "../../../runtime/call/link.ts";
import { Readiness } from "../../../runtime/call/readiness.ts";
import type { DepsForm } from "../../../runtime/config/deps-form.ts";
import type { CodeOrigin } from "./code-values.ts";
import { placeOf } from "../target-facts.ts";

type Linked = Extract<Link, { ok: true }>;

interface LinkedFunction {
  readonly generation: number;
  readonly deps: DepsForm;
  readonly link: Link;
  readonly readiness: Readiness;
}

/** What is asked of the linker. */
export interface IdentityContext {
  readonly linker: Linker;
  link(origin: CodeOrigin, deps: DepsForm): Link;
  /** Of the class that a name stands for: its instances have private fields of its own. */
  hasPrivateState(url: string, name: string): boolean;
}

/** What function values of known origin are: their code, and what they took from around them. */
export class FunctionIdentities {
  readonly #context: IdentityContext;
  readonly #known = new WeakMap<Function, LinkedFunction>();

  constructor(context: IdentityContext) {
    this.#context = context;
  }

  /** Undefined where its code says not what the function does: not any more, or not before its modules are through. */
  linkOf(fn: Function, origin: CodeOrigin, deps: DepsForm): Linked | undefined {
    const { linker } = this.#context;
    let known = this.#known.get(fn);
    if (known === undefined || known.generation !== linker.generation || known.deps !== deps) {
      const link = this.#context.link(origin, deps);
      const readiness = new Readiness(link.ok ? link.names : [], linker);
      known = { generation: linker.generation, deps, link, readiness };
      this.#known.set(fn, known);
    }
    const { link, readiness } = known;
    if (!link.ok || readiness.check() !== undefined || linker.altered(link.shapes) !== undefined) return undefined;
    return link;
  }

  identify(fn: Function, origin: CodeOrigin, deps: DepsForm): CodeIdentity | undefined {
    const link = this.linkOf(fn, origin, deps);
    const captured = link === undefined ? undefined : this.#captured(origin, link);
    if (link === undefined || captured === undefined) return undefined;
    const { codeDigest: digest } = link;
    if (origin.kind === "function") return { digest, captured, isClosure: origin.captures !== undefined };
    const { url, name } = origin;
    const hasPrivateState = this.#context.hasPrivateState(url, name);
    return { digest, captured, isClosure: false, hasPrivateState, place: placeOf(url, name) };
  }

  /** Undefined where some of it cannot be read. */
  #captured(origin: CodeOrigin, link: Linked): readonly unknown[] | undefined {
    const captured: unknown[] = origin.kind === "function" ? [...(origin.captures?.() ?? [])] : [];
    for (const { url, name, fixed, isLoadOnly } of link.state) {
      // Its own changeable properties are encoded with the function itself.
      const isItself = origin.kind === "binding" && url === origin.url && name === origin.name;
      if (fixed || isLoadOnly || isItself) continue;
      const read = this.#context.linker.read(url, name);
      if (!read.ok) return undefined;
      captured.push(read.value);
    }
    return captured;
  }
}
