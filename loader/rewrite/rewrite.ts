import { createRequire } from "node:module";
import type MagicStringClass from "magic-string";
import type { TextRange } from "../analysis/facts.ts";
import type { FunctionFacts } from "../analysis/functions/function-facts.ts";
import { isMovable, wrapBody, type Wrapping } from "./function-text.ts";
import { helperNames, type HelperNames, keeper } from "./helper-names.ts";
import { wrapArgument } from "./mark-text.ts";

export interface RewriteInput {
  readonly text: string;
  /** The targets. Those whose body cannot move (see `isMovable`) are left as they are. */
  readonly functions: readonly FunctionFacts[];
  /** Inline functions that are arguments of calls. A function may be here and a target too. */
  readonly marks?: readonly FunctionFacts[];
  /** Where the value of the default export stands, which is kept under a name so that a key can read it. */
  readonly defaultValue?: TextRange | null;
  /** Where the module begins, if its names have to be readable from there on. */
  readonly begin?: number | undefined;
}

/** Depends on the text and the facts alone, names no path, and is JSON: it can be kept on disk by content. */
export interface Rewritten {
  /** The text with insertions, each on the line it stands on. It runs only with its tail behind it. */
  readonly code: string;
  readonly helpers: HelperNames;
  /** The `mappings` of a source map from `code` to the text; undefined where nothing was inserted. */
  readonly mappings: string | undefined;
}

export function rewrite(input: RewriteInput): Rewritten {
  const { text } = input;
  const helpers = helperNames(text);
  const inserted = insertions(input, helpers);
  if (inserted.length === 0) return { code: text, helpers, mappings: undefined };
  const result = new (loadMagicString())(text);
  for (const { start, end, open, close } of inserted) {
    result.appendLeft(start, open);
    result.appendLeft(end, close);
  }
  // A segment for each word and each sign: the columns of everything that an error or a breakpoint can stand at.
  const { mappings } = result.generateMap({ hires: "boundary" });
  return { code: result.toString(), helpers, mappings };
}

interface Insertion extends Wrapping {
  readonly start: number;
  readonly end: number;
}

/**
 * Of those that end at one place the inner comes first, as `appendLeft` adds behind what is there. Two never open at one
 * place: a body begins behind `{` or `=>`, a marked function within an expression, and a default export behind `default`.
 */
function insertions(
  { text, functions, marks = [], defaultValue, begin }: RewriteInput,
  helpers: HelperNames,
): readonly Insertion[] {
  const bodies = functions.filter(isMovable).map((fn) => ({ ...fn.body, ...wrapBody(fn, text, helpers) }));
  const marked = marks.map((fn) => ({ start: fn.start, end: fn.end, ...wrapArgument(fn, helpers) }));
  const kept = defaultValue ? [{ ...defaultValue, open: `${keeper(helpers)}(`, close: ")" }] : [];
  const begins = begin === undefined ? [] : [{ start: begin, end: begin, open: `;${helpers.begin}();`, close: "" }];
  return [...bodies, ...marked, ...kept, ...begins].sort((a, b) => b.start - a.start);
}

let magicString: typeof MagicStringClass | undefined;

/** Loaded when a text is first rewritten: a start with everything on disk does without. */
function loadMagicString(): typeof MagicStringClass {
  return (magicString ??= (createRequire(import.meta.url)("magic-string") as { default: typeof MagicStringClass })
    .default);
}
