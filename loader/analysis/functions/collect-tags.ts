import type * as t from "@babel/types";
import type { CollectedFunction } from "./collect-functions.ts";
import type { TagFacts } from "./tag-facts.ts";
import { tagPlaces } from "./tag-places.ts";

/** A line of a comment: what may decorate it, then the tag, which is not the beginning of a longer word. */
const TAG = /^[\t ]*\**[\t ]*@astrocache(?=\s|$)(?<options>.*)$/gm;

/**
 * The tags of a text, in source order, each with the function that begins right behind its comment. One that stands
 * behind a finished statement on its line belongs to nothing, whatever the next line has.
 *
 * @param functions All functions of the module, by their index.
 */
export function collectTags(ast: t.File, text: string, functions: readonly CollectedFunction[]): TagFacts[] {
  const comments = (ast.comments ?? []).filter(isPlaced);
  const tagged = comments.filter(({ value }) => value.includes("@astrocache"));
  if (tagged.length === 0) return [];
  const layout = new Layout(text, comments);
  const places = tagPlaces(ast, (offset) => layout.next(offset));
  return tagged.flatMap((comment) => {
    const fn = layout.isTrailing(comment) ? undefined : places.get(layout.next(comment.end));
    const index = functions.find(({ node }) => node === fn)?.facts.index;
    return tagsIn(comment).map((tag) => ({ ...tag, function: index }));
  });
}

type PlacedComment = t.Comment & { start: number; end: number; loc: t.SourceLocation };

function isPlaced(comment: t.Comment): comment is PlacedComment {
  return typeof comment.start === "number" && typeof comment.end === "number" && Boolean(comment.loc);
}

function tagsIn({ value, loc }: PlacedComment): readonly Omit<TagFacts, "function">[] {
  return [...value.matchAll(TAG)].map((match) => {
    const before = value.slice(0, match.index + match[0].indexOf("@"));
    const lines = before.split(/\r\n|[\n\r\u2028\u2029]/);
    const isFirst = lines.length === 1;
    return {
      text: (match.groups?.["options"] ?? "").trim(),
      line: loc.start.line + lines.length - 1,
      // The value of a comment begins behind its two opening characters.
      column: (lines.at(-1) ?? "").length + 1 + (isFirst ? loc.start.column + 2 : 0),
    };
  });
}

/** Where code and comments stand in a text. */
class Layout {
  readonly #text: string;
  readonly #byStart: ReadonlyMap<number, PlacedComment>;
  readonly #byEnd: ReadonlyMap<number, PlacedComment>;

  constructor(text: string, comments: readonly PlacedComment[]) {
    this.#text = text;
    this.#byStart = new Map(comments.map((comment) => [comment.start, comment]));
    this.#byEnd = new Map(comments.map((comment) => [comment.end, comment]));
  }

  /** The place of the first code at or behind an offset. */
  next(offset: number): number {
    let at = offset;
    for (;;) {
      const comment = this.#byStart.get(at);
      if (comment !== undefined) at = comment.end;
      else if (/\s/.test(this.#text.charAt(at))) at++;
      else return at;
    }
  }

  /** Whether a comment stands behind the end of something on its line, and no code behind it on that line. */
  isTrailing(comment: PlacedComment): boolean {
    const previous = this.#previous(comment.start);
    const isOnLine = !LINE_BREAK.test(this.#text.slice(previous, comment.start));
    const endsLine = LINE_BREAK.test(this.#text.slice(comment.end, this.next(comment.end)));
    return (
      previous > 0 && isOnLine && endsLine && !EXPECTS_MORE.test(this.#text.slice(Math.max(0, previous - 10), previous))
    );
  }

  /** The end of the last code before an offset. */
  #previous(offset: number): number {
    let at = offset;
    for (;;) {
      const comment = this.#byEnd.get(at);
      if (comment !== undefined) at = comment.start;
      else if (at > 0 && /\s/.test(this.#text.charAt(at - 1))) at--;
      else return at;
    }
  }
}

const LINE_BREAK = /[\n\r\u2028\u2029]/;

/** Text behind which something must follow. A decorator's `)` is not told apart from a call's: the tag goes before or below it. */
const EXPECTS_MORE =
  /(?:[([{,=:?&|>]|\b(?:export|default|return|async|static|get|public|private|protected|readonly|override))$/;
