import { readFileSync } from "node:fs";
import { requireOwn } from "../../runtime/own/files.ts";
import { complete } from "./complete.ts";
import { earlierMap } from "./earlier-map.ts";
import type * as Rewriting from "./rewrite.ts";
import type { RewriteInput, Rewritten } from "./rewrite.ts";

export interface ModuleToRewrite {
  readonly url: string;
  readonly text: string;
  readonly textHash: string;
  readonly accessors: readonly string[] | undefined;
  readonly insertions: Insertions;
}

/** What goes into a text, and under what the text with it is kept. */
export interface Insertions {
  readonly cache: { get(key: string): unknown; set(key: string, value: Rewritten): void };
  readonly key: string;
  /** Asked for where it is not kept. */
  readonly make: () => Omit<RewriteInput, "text">;
}

/** The text that runs in the place of a module's into which something is put. */
export function rewriteModule({ url, text, textHash, accessors, insertions }: ModuleToRewrite): string {
  const rewritten = rewrittenText(text, insertions);
  const earlier = rewritten.mappings === undefined ? undefined : earlierMap(url, text, readText);
  return complete(rewritten, { url, text, textHash, accessors, earlier, withMap: true });
}

function rewrittenText(text: string, { cache, key, make }: Insertions): Rewritten {
  const known = cache.get(key) as Rewritten | undefined;
  if (known !== undefined) return known;
  const { rewrite } = requireOwn("loader/rewrite/rewrite.js") as typeof Rewriting;
  const made = rewrite({ text, ...make() });
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
