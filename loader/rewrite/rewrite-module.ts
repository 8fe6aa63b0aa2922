import { readFileSync } from "node:fs";
import type { FunctionFacts } from "../analysis/function-facts.ts";
import { earlierMap } from "./earlier-map.ts";
import { helperNames } from "./helper-names.ts";
import { rewrite, type Rewritten } from "./rewrite.ts";
import { inlineMap, sourceMap } from "./source-map.ts";
import { tail } from "./tail.ts";

export interface ModuleToRewrite {
  readonly url: string;
  readonly text: string;
  readonly textHash: string;
  readonly functions: readonly FunctionFacts[];
  readonly marks: readonly FunctionFacts[];
  readonly accessors: readonly string[] | undefined;
}

/** Keeps what rewriting gave by content. */
export interface RewriteCache {
  readonly cache: { get(key: string): unknown; set(key: string, value: Rewritten): void };
  readonly key: string;
}

/** The text that runs in the module's place. A module that is only observed gets a tail and is else untouched. */
export function rewriteModule({ url, text, textHash, functions, marks, accessors }: ModuleToRewrite, { cache, key }: RewriteCache): string {
  if (functions.length + marks.length === 0) return text + tail({ url, textHash, helpers: helperNames(text), accessors });
  let rewritten = cache.get(key) as Rewritten | undefined;
  if (rewritten === undefined) {
    rewritten = rewrite({ text, functions, marks });
    cache.set(key, rewritten);
  }
  const { code, helpers, mappings } = rewritten;
  const earlier = earlierMap(url, text, readText);
  const map = sourceMap({ url, text, mappings, ...(earlier === undefined ? {} : { earlier }) });
  return code + tail({ url, textHash, helpers, accessors }) + inlineMap(map);
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
