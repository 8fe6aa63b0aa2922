import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as Analysis from "../analysis/analyze.ts";
import { FACTS_VERSION, type ModuleFacts } from "../analysis/facts.ts";
import { type AnalysisProgress, analysisProgress, noProgress, terminal } from "./analysis-progress.ts";
import { packFacts, type PackedFacts, unpackFacts } from "./packed-facts.ts";
import { syntaxOf } from "../analysis/syntax/parse.ts";
import type { FactsOutcome, FactsReader } from "../digest/world/module-table.ts";
import { kindByExtension } from "../session/module-path.ts";
import { requireOwn } from "../../runtime/own/files.ts";
import { openLineFile, type LineFile } from "../../runtime/stores/lines/line-file.ts";

/**
 * Bytes up to which facts are kept whether this run has used them or not: a run after an edit adds those of one text before it comes
 * to need those of all others. Some 20,000 modules of 2 kB. They are read where something is linked anew, and not at each start.
 */
const MOST_FACTS = 256 * 1024 * 1024;

/** Facts of texts, from disk where any process has analyzed the same text before. */
export class FactsStore implements FactsReader {
  readonly #file: LineFile;
  readonly #texts: LineFile;
  readonly #progress: AnalysisProgress;

  constructor(folder: string, warn: (message: string) => void, progress: AnalysisProgress = noProgress) {
    this.#progress = progress;
    this.#file = openLineFile(join(folder, `facts-${FACTS_VERSION}.tsv`), warn, {
      leastBound: MOST_FACTS,
      isReadOnce: true,
    });
    this.#texts = openTexts(folder, warn);
  }

  ofText(url: string, text: string, textHash: string): FactsOutcome {
    const key = factsKey(url, textHash);
    const known = this.#kept(key);
    if (known !== undefined) return known;
    const outcome = this.#progress.around(url.slice(url.lastIndexOf("/") + 1), () => makeFacts(url, text));
    this.#file.set(key, outcome.ok ? { ok: true, facts: packFacts(outcome.facts) } : outcome);
    // Of packages nobody asks what was edited.
    if (outcome.ok && !url.includes("/node_modules/")) this.#texts.set(textHash, text);
    return outcome;
  }

  ofLoaded(url: string, textHash: string): FactsOutcome {
    const key = factsKey(url, textHash);
    const known = this.#kept(key);
    if (known !== undefined) return known;
    // Node's hooks thread may have written them since.
    this.#file.refresh();
    const fresh = this.#kept(key);
    if (fresh !== undefined) return fresh;
    const text = readText(url);
    if (text === undefined) return unreadable(url);
    return hashText(text) === textHash
      ? this.ofText(url, text, textHash)
      : { ok: false, note: { code: "source-changed", file: url } };
  }

  hashOfFile(url: string): string {
    const text = readText(url);
    return text === undefined ? "" : hashText(text);
  }

  ofFile(url: string): { textHash: string; outcome: FactsOutcome } {
    const text = readText(url);
    if (text === undefined) return { textHash: "", outcome: unreadable(url) };
    const textHash = hashText(text);
    return { textHash, outcome: this.ofText(url, text, textHash) };
  }

  #kept(key: string): FactsOutcome | undefined {
    const kept = this.#file.get(key) as KeptOutcome | undefined;
    return kept?.ok === true ? { ok: true, facts: unpackFacts(kept.facts) } : kept;
  }
}

type KeptOutcome = Exclude<FactsOutcome, { ok: true }> | { readonly ok: true; readonly facts: PackedFacts };

const opened = new Map<string, FactsStore>();

/** The facts that all of this thread shares, so that its session and its linker take each from disk once. */
export function openFacts(folder: string): FactsStore {
  const known = opened.get(folder);
  if (known !== undefined) return known;
  const progress = analysisProgress(terminal, process.env, () => performance.now());
  const store = new FactsStore(folder, () => undefined, progress);
  opened.set(folder, store);
  return store;
}

/** Texts of the program's own modules as they were analyzed, by their hashes: for `astrocache why`, which shows what an edit changed. */
export function openTexts(folder: string, warn: (message: string) => void): LineFile {
  return openLineFile(join(folder, "texts-1.tsv"), warn);
}

/** Of a source text, as modules are known by. */
export function hashText(text: string): string {
  return hash("sha256", text, "base64url");
}

/** Facts depend on the text and on how its extension has it read. */
export function factsKey(url: string, textHash: string): string {
  return `${textHash}.${syntaxOf(url) ?? ""}.${kindByExtension(url) ?? ""}`;
}

function makeFacts(url: string, text: string): FactsOutcome {
  const syntax = syntaxOf(url);
  if (syntax === undefined) return unreadable(url);
  try {
    const { analyze } = requireOwn("loader/analysis/analyze.js") as typeof Analysis;
    const analysis = analyze(text, syntax, kindByExtension(url));
    if (analysis.ok) return { ok: true, facts: analysis.facts satisfies ModuleFacts };
    return { ok: false, note: { code: "source-unreadable", file: url, line: analysis.line, detail: analysis.message } };
  } catch (error) {
    // Nesting deeper than the stack: such a text is generated, and nobody's target.
    if (error instanceof RangeError)
      return { ok: false, note: { code: "source-unreadable", file: url, detail: error.message } };
    throw error;
  }
}

function unreadable(url: string): FactsOutcome {
  return { ok: false, note: { code: "source-unreadable", file: url } };
}

function readText(url: string): string | undefined {
  try {
    return readFileSync(fileURLToPath(url), "utf8");
  } catch (error) {
    // Deleted or unreadable since: an outcome that the caller reports.
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
