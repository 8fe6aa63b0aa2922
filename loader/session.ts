import { join } from "node:path";
import { ownVersion } from "../runtime/own/version.ts";
import { type LineFile, openLineFile } from "../runtime/stores/lines/line-file.ts";
import { FACTS_VERSION, type ModuleFacts } from "./analysis/facts.ts";
import type { FunctionFacts } from "./analysis/functions/function-facts.ts";
import { syntaxOf } from "./analysis/syntax/parse.ts";
import { factsKey, type FactsStore, hashText, openFacts } from "./facts/facts-store.ts";
import type { LoadedText, LoadListener } from "./hooks/listener.ts";
import { isOwnCode } from "./own-code.ts";
import type { RewriteInput } from "./rewrite/rewrite.ts";
import { rewriteModule } from "./rewrite/rewrite-module.ts";
import { tail } from "./rewrite/tail.ts";
import { maySelect } from "./select/may-select.ts";
import { mayMatchFile, parsePatterns, type Pattern } from "./select/patterns.ts";
import { select, type Selection } from "./select/select.ts";
import { type LoadPlan, planLoad, type RewritePlan } from "./session/load-plan.ts";
import { relativePath } from "./session/module-path.ts";
import type { SessionRecord } from "./session/records.ts";
import type { SessionSettings } from "./session/session-settings.ts";

/**
 * What happens to a text as it is loaded: it is looked into as soon as anything may be a target, its targets are picked
 * and rewritten, and what the program's thread has to know goes through `sink`.
 */
export function createSession(settings: unknown, sink: (record: unknown) => void): LoadListener {
  const session = new Session(settings as SessionSettings, sink);
  return {
    resolved: (resolution) => session.tell({ type: "resolved", resolution }),
    loaded: (module) => session.loaded(module),
  };
}

class Session {
  readonly #settings: SessionSettings;
  readonly tell: (record: SessionRecord) => void;
  readonly #patterns: readonly Pattern[];
  readonly #facts: FactsStore;
  readonly #plans: LineFile;
  readonly #rewrites: LineFile;
  /** Under which plans of these settings are kept. */
  readonly #settingsKey: string;
  #isTagged: boolean;

  constructor(settings: SessionSettings, tell: (record: SessionRecord) => void) {
    const { root, mode, targets, defaults, factsFolder, isTagged } = settings;
    this.#settings = settings;
    this.tell = tell;
    this.#patterns = targets.length === 0 ? [] : parsePatterns(targets);
    this.#facts = openFacts(factsFolder);
    this.#plans = openLineFile(join(factsFolder, `plans-${FACTS_VERSION}.tsv`), () => undefined, {
      leastBound: MOST_PLANS,
      isReadOnce: true,
    });
    // Rewritten text names functions by their places in the facts.
    this.#rewrites = openLineFile(join(factsFolder, `rewrites-${FACTS_VERSION}.tsv`), () => undefined);
    this.#settingsKey = hashText(JSON.stringify([ownVersion(), root, mode, targets, defaults])).slice(0, 16);
    this.#isTagged = isTagged;
  }

  loaded(module: LoadedText): string | undefined {
    const { url, text } = module;
    if (syntaxOf(url) === undefined || isOwnCode(url)) return undefined;
    const textHash = hashText(text);
    const plan = this.#mayHaveTargets(text) ? this.#plan(module, textHash) : undefined;
    this.tell({ type: "loaded", url, textHash, found: plan?.found });
    return plan?.rewriting === undefined ? undefined : this.#rewrite(module, textHash, plan.rewriting);
  }

  #mayHaveTargets(text: string): boolean {
    if (this.#patterns.length > 0 || this.#isTagged) return true;
    if (!maySelect(text)) return false;
    this.#isTagged = true;
    this.tell({ type: "tagged" });
    return true;
  }

  /** Undefined for what cannot be parsed: Node says what is wrong with it. */
  #plan({ url, text }: LoadedText, textHash: string): LoadPlan | undefined {
    const key = `${factsKey(url, textHash)} ${this.#settingsKey} ${url}`;
    const known = this.#plans.get(key) as LoadPlan | undefined;
    if (known !== undefined) return known;
    const outcome = this.#facts.ofText(url, text, textHash);
    if (!outcome.ok) return undefined;
    const selection = this.#select(url, text, outcome.facts);
    const plan = planLoad({
      facts: outcome.facts,
      selection,
      syntax: syntaxOf(url),
      isBypass: this.#settings.mode === "bypass",
    });
    this.#plans.set(key, plan);
    return plan;
  }

  #select(url: string, text: string, facts: ModuleFacts): Selection {
    if (facts.tags.length === 0 && this.#patterns.length === 0) return NOTHING;
    const file = relativePath(this.#settings.root, url);
    const { mode, defaults } = this.#settings;
    if (facts.tags.length === 0 && !mayMatchFile(this.#patterns, file)) return NOTHING;
    return select(facts, file, this.#patterns, {
      mode,
      defaults,
      sourceLine: (line) => text.split(/\r\n?|\n/)[line - 1],
    });
  }

  #rewrite({ url, text }: LoadedText, textHash: string, { accessors, values, variant, ...plan }: RewritePlan): string {
    if (variant === undefined) return text + tail({ url, textHash, helpers: undefined, accessors, values });
    const insertions = {
      cache: this.#rewrites,
      key: `${factsKey(url, textHash)}:${variant}:${ownVersion()}`,
      make: () => {
        const outcome = this.#facts.ofText(url, text, textHash);
        if (!outcome.ok) throw new Error(`${url} was parsed before and cannot be now`);
        return insertionsOf(outcome.facts, plan);
      },
    };
    return rewriteModule({ url, text, textHash, accessors, insertions });
  }
}

/** Bytes of plans up to which all are kept, used or not, as for facts: three settings of 20,000 modules. To read so much takes 8 ms. */
const MOST_PLANS = 16 * 1024 * 1024;

const NOTHING: Selection = { targets: [], declined: [], unmatched: [] };

function insertionsOf(
  facts: ModuleFacts,
  { targets, isMarked }: Pick<RewritePlan, "targets" | "isMarked">,
): Omit<RewriteInput, "text"> {
  const functionsAt = (indexes: readonly number[]): FunctionFacts[] =>
    indexes.flatMap((index) => facts.functions[index] ?? []);
  const functions = functionsAt(targets);
  if (!isMarked) return { functions };
  const returned = facts.returned.flatMap((place) => functionsAt([place.index]).map((fn) => ({ fn, place })));
  const { defaultValue, begin } = facts;
  return { functions, marks: functionsAt(facts.passed), returned, defaultValue, begin: begin ?? undefined };
}
