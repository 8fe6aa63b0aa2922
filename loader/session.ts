import { join } from "node:path";
import type { FunctionFacts } from "./analysis/functions/function-facts.ts";
import type { ModuleFacts } from "./analysis/facts.ts";
import { syntaxOf } from "./analysis/syntax/parse.ts";
import { type LineFile, openLineFile } from "../runtime/stores/line-file.ts";
import { factsKey, type FactsStore, hashText, openFacts } from "./facts/facts-store.ts";
import type { LoadedText, LoadListener } from "./hooks/listener.ts";
import { DEFAULT_EXPORT, WHOLE_EXPORTS } from "./analysis/linkage/pseudo-names.ts";
import { isOwnCode } from "./own-code.ts";
import { rewriteModule } from "./rewrite/rewrite-module.ts";
import { maySelect } from "./select/may-select.ts";
import { mayMatchFile, parsePatterns, type Pattern } from "./select/patterns.ts";
import { select, type Selection } from "./select/select.ts";
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
  readonly #rewrites: LineFile;
  #isTagged: boolean;

  constructor(settings: SessionSettings, tell: (record: SessionRecord) => void) {
    this.#settings = settings;
    this.tell = tell;
    this.#patterns = settings.targets.length === 0 ? [] : parsePatterns(settings.targets);
    this.#facts = openFacts(settings.factsFolder);
    this.#rewrites = openLineFile(join(settings.factsFolder, "rewrites-2.tsv"), () => undefined);
    this.#isTagged = settings.isTagged;
  }

  loaded({ url, text }: LoadedText): string | undefined {
    if (syntaxOf(url) === undefined || isOwnCode(url)) return undefined;
    const textHash = hashText(text);
    if (!this.#mayHaveTargets(text)) {
      this.#tellLoaded(url, textHash, undefined);
      return undefined;
    }
    const outcome = this.#facts.ofText(url, text, textHash);
    // Node says what is wrong with a text that cannot be parsed.
    if (!outcome.ok) {
      this.#tellLoaded(url, textHash, undefined);
      return undefined;
    }
    const selection = this.#select(url, text, outcome.facts);
    this.#tellLoaded(url, textHash, outcome.facts, selection);
    return this.#rewrite({ url, text, textHash, facts: outcome.facts, selection });
  }

  #mayHaveTargets(text: string): boolean {
    if (this.#patterns.length > 0 || this.#isTagged) return true;
    if (!maySelect(text)) return false;
    this.#isTagged = true;
    this.tell({ type: "tagged" });
    return true;
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

  #rewrite(module: {
    url: string;
    text: string;
    textHash: string;
    facts: ModuleFacts;
    selection: Selection;
  }): string | undefined {
    const { url, text, textHash, facts, selection } = module;
    const functionsAt = (indexes: readonly number[]): FunctionFacts[] =>
      indexes.flatMap((index) => facts.functions[index] ?? []);
    const isBypass = this.#settings.mode === "bypass";
    const targets = selection.targets.map(({ index }) => index);
    const marks = isBypass ? [] : facts.passed;
    const returned = (isBypass ? [] : facts.returned).flatMap((place) => {
      const fn = facts.functions[place.index];
      return fn === undefined ? [] : [{ fn, place }];
    });
    const accessors = isBypass ? undefined : observable(facts);
    const defaultValue = isBypass ? null : facts.defaultValue;
    if (targets.length === 0 && isBypass) return undefined;
    const begin = isBypass ? undefined : (facts.begin ?? undefined);
    const kept = defaultValue === null ? "" : "default";
    const key = `${factsKey(url, textHash)}:${targets.join()}:${isBypass ? "" : "marks"}:${kept}:${begin ?? ""}`;
    const common = { url, text, textHash, defaultValue, accessors, begin };
    return rewriteModule(
      { ...common, functions: functionsAt(targets), marks: functionsAt(marks), returned },
      { cache: this.#rewrites, key },
    );
  }

  #tellLoaded(url: string, textHash: string, facts: ModuleFacts | undefined, selection: Selection = NOTHING): void {
    this.tell({
      type: "loaded",
      url,
      textHash,
      reachesOut:
        facts === undefined ? undefined : facts.ambient.length + facts.foreign.length + facts.outside.length > 0,
      targets: selection.targets.map(({ index, options, named }) => ({ index, options, named })),
      declined: selection.declined.map(({ index, note }) => ({
        name: facts?.functions[index]?.name ?? "<anonymous>",
        note,
      })),
      unmatched: selection.unmatched,
    });
  }
}

const NOTHING: Selection = { targets: [], declined: [], unmatched: [] };

/**
 * Module-level names whose value a key may need: data that is no primitive of the text, functions and classes. Properties of
 * `exports` are anybody's to change, and their module's text does not show it. Of what the text fixes it may have to be seen whether
 * it is initialized.
 */
function observable(facts: ModuleFacts): string[] {
  return Object.entries(facts.bindings).flatMap(([name, binding]) => {
    if (binding.kind === "import" || !isReadable(name, facts)) return [];
    const isFixed = binding.kind === "data" && binding.value === "primitive" && !binding.changeable && !binding.lexical;
    return isFixed && !name.startsWith("exports.") ? [] : [name];
  });
}

function isReadable(name: string, { defaultValue }: ModuleFacts): boolean {
  if (name === DEFAULT_EXPORT) return defaultValue !== null;
  return name === WHOLE_EXPORTS || /^(exports\.)?[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}
