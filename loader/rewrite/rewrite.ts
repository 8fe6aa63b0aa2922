import { createRequire } from "node:module";
import type MagicStringClass from "magic-string";
import type { TextRange } from "../analysis/facts.ts";
import type { FunctionFacts } from "../analysis/functions/function-facts.ts";
import type { ReturnedFacts } from "../analysis/functions/returned.ts";
import { isMovable, wrapBody, type Wrapping } from "./function-text.ts";
import { helperNames, type HelperNames, keeper } from "./helper-names.ts";
import { wrapArgument, wrapReturned } from "./mark-text.ts";

export interface RewriteInput {
  readonly text: string;
  /** The targets. Those whose body cannot move (see `isMovable`) are left as they are. */
  readonly functions: readonly FunctionFacts[];
  /** Inline functions that are arguments of calls. A function may be here and a target too. */
  readonly marks?: readonly FunctionFacts[];
  /** Functions that others give back. */
  readonly returned?: readonly Returned[];
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
  for (const { start, open } of inserted.toSorted(outerFirst)) result.appendLeft(start, open);
  for (const { end, close } of inserted.toSorted(innerFirst)) result.appendLeft(end, close);
  // A segment for each word and each sign: the columns of everything that an error or a breakpoint can stand at.
  const { mappings } = result.generateMap({ hires: "boundary" });
  return { code: result.toString(), helpers, mappings };
}

/** A function of the text, and where it is given back. */
export interface Returned {
  readonly fn: FunctionFacts;
  readonly place: ReturnedFacts;
}

interface Insertion extends Wrapping {
  readonly start: number;
  readonly end: number;
}

/** Of those that have both ends in common, the outer one comes first. */
function insertions(
  { text, functions, marks = [], returned = [], defaultValue, begin }: RewriteInput,
  helpers: HelperNames,
): readonly Ranked[] {
  const begins = begin === undefined ? [] : [{ start: begin, end: begin, open: `;${helpers.begin}();`, close: "" }];
  const kept = defaultValue ? [{ ...defaultValue, open: `${keeper(helpers)}(`, close: ")" }] : [];
  const bodies = functions.filter(isMovable).map((fn) => ({ ...fn.body, ...wrapBody(fn, text, helpers) }));
  const marked = marks.map((fn) => ({ start: fn.start, end: fn.end, ...wrapArgument(fn, helpers) }));
  const given = returned.map(({ fn, place }) => ({ ...place, ...wrapReturned(fn, place, text, helpers) }));
  return [...begins, ...kept, ...bodies, ...marked, ...given].map((insertion, rank) => ({ ...insertion, rank }));
}

type Ranked = Insertion & { readonly rank: number };

/** What is appended at one place stands behind what was appended there before. */
function outerFirst(a: Ranked, b: Ranked): number {
  return a.start - b.start || a.rank - b.rank;
}

function innerFirst(a: Ranked, b: Ranked): number {
  return a.end - b.end || b.start - a.start || b.rank - a.rank;
}

let magicString: typeof MagicStringClass | undefined;

/** Loaded when a text is first rewritten: a start with everything on disk does without. */
function loadMagicString(): typeof MagicStringClass {
  return (magicString ??= (createRequire(import.meta.url)("magic-string") as { default: typeof MagicStringClass })
    .default);
}
