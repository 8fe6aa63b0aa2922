import { readFileSync } from "node:fs";
import type { TextRange } from "../analysis/facts.ts";
import type { FunctionFacts } from "../analysis/functions/function-facts.ts";
import { requireOwn } from "../../runtime/own-files.ts";
import { complete } from "./complete.ts";
import { earlierMap } from "./earlier-map.ts";
import { helperNames } from "./helper-names.ts";
import type * as Rewriting from "./rewrite.ts";
import type { Returned, Rewritten } from "./rewrite.ts";

export interface ModuleToRewrite {
  readonly url: string;
  readonly text: string;
  readonly textHash: string;
  readonly functions: readonly FunctionFacts[];
  readonly marks: readonly FunctionFacts[];
  readonly returned: readonly Returned[];
  readonly defaultValue: TextRange | null;
  readonly accessors: readonly string[] | undefined;
  /** As for `rewrite`; only where there are accessors. */
  readonly begin: number | undefined;
}

/** Keeps what rewriting gave by content. */
export interface RewriteCache {
  readonly cache: { get(key: string): unknown; set(key: string, value: Rewritten): void };
  readonly key: string;
}

/** The text that runs in the module's place. A module that is only observed gets a tail and is else untouched. */
export function rewriteModule(module: ModuleToRewrite, cache: RewriteCache): string {
  const { url, text, textHash, accessors } = module;
  const rewritten = rewrittenText(module, cache);
  const earlier = rewritten.mappings === undefined ? undefined : earlierMap(url, text, readText);
  return complete(rewritten, { url, text, textHash, accessors, earlier, withMap: true });
}

function rewrittenText(
  { text, functions, marks, returned, defaultValue, begin }: ModuleToRewrite,
  { cache, key }: RewriteCache,
): Rewritten {
  if (functions.length + marks.length + returned.length === 0 && defaultValue === null && begin === undefined)
    return { code: text, helpers: helperNames(text), mappings: undefined };
  const known = cache.get(key) as Rewritten | undefined;
  if (known !== undefined) return known;
  const { rewrite } = requireOwn("loader/rewrite/rewrite.js") as typeof Rewriting;
  const made = rewrite({ text, functions, marks, returned, defaultValue, begin });
  cache.set(key, made);
  return made;
}

function readText(url: URL): string | undefined {
  try {
    return readFileSync(url, "utf8");
  } catch (error) {
    // A map that is not there is none.
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
