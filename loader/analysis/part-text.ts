import type * as t from "@babel/types";
import type { GeneratorResult } from "@babel/generator";
import { createRequire } from "node:module";
import { analyze } from "./analyze.ts";
import type { VertexFacts } from "./facts.ts";
import { parse, syntaxOf } from "./syntax/parse.ts";
import { isErased } from "./syntax/erased.ts";
import { isFunction, unwrap } from "./syntax/nodes.ts";

/**
 * One part of a module as people compare it: printed anew, so that neither layout, comments nor types show; functions inside it that
 * are parts of their own stand as `{ … }`. Undefined where the text has no such part, or cannot be read.
 *
 * @param file tells the syntax by its extension.
 * @param name as in the part's label, behind `#`.
 */
export function partText(text: string, file: string, name: string): string | undefined {
  const syntax = syntaxOf(file);
  if (syntax === undefined) return undefined;
  const analysis = analyze(text, syntax);
  const parsed = parse(text, syntax);
  if (!analysis.ok || !parsed.ok) return undefined;
  const { vertices } = analysis.facts;
  const own = outermost(vertices.filter(({ label }) => label === name));
  if (own.length === 0) return undefined;
  const others = new Set(vertices.filter(({ label }) => label !== name).map(rangeOf));
  return own.map((range) => printAt(parsed.ast, range, others)).join("\n");
}

type Range = Pick<VertexFacts, "start" | "end">;

function rangeOf({ start, end }: Range): string {
  return `${start} ${end}`;
}

function outermost(ranges: readonly Range[]): Range[] {
  const isInside = (a: Range, b: Range): boolean =>
    b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start;
  const kept = ranges.filter((range) => !ranges.some((other) => isInside(range, other)));
  return [...new Map(kept.map((range) => [rangeOf(range), range])).values()].sort((a, b) => a.start - b.start);
}

function printAt(file: t.File, range: Range, others: ReadonlySet<string>): string {
  const node = find(file.program, range);
  return node === undefined ? "" : print(bare(node, node, others) as t.Node);
}

function find(node: t.Node, { start, end }: Range): t.Node | undefined {
  if (node.start === start && node.end === end && node.type !== "Program") return node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (!isNode(child) || (child.start ?? 0) > start || (child.end ?? 0) < end) continue;
      const found = find(child, { start, end });
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Fields that hold types, or say something to the compiler alone. */
const TYPES: ReadonlySet<string> = new Set(
  (
    "typeAnnotation typeParameters typeArguments superTypeParameters superTypeArguments returnType predicate implements " +
    "accessibility readonly abstract override declare definite variance leadingComments trailingComments innerComments loc start end"
  ).split(" "),
);

/** A copy without types, in which functions that are parts of their own have no body. */
function bare(value: unknown, root: t.Node, others: ReadonlySet<string>): unknown {
  if (Array.isArray(value))
    return value.flatMap((item) => (isNode(item) && isErased(item) ? [] : [bare(item, root, others)]));
  if (!isNode(value)) return value;
  const node = unwrap(value);
  const isOther =
    node !== root && isFunction(node) && others.has(rangeOf({ start: node.start ?? 0, end: node.end ?? 0 }));
  const fields = Object.entries(node).filter(([name]) => !TYPES.has(name) && !(name === "optional" && isPattern(node)));
  return Object.fromEntries(
    fields.map(([name, field]) => [name, name === "body" && isOther ? LEFT_OUT : bare(field, root, others)]),
  );
}

function isPattern({ type }: t.Node): boolean {
  return !type.startsWith("Optional");
}

const MARK = "__left_out__";
const LEFT_OUT = {
  type: "BlockStatement",
  directives: [],
  body: [{ type: "ExpressionStatement", expression: { type: "Identifier", name: MARK } }],
};

const require = createRequire(import.meta.url);

function print(node: t.Node): string {
  const { generate } = require("@babel/generator") as { generate: (node: t.Node, options: object) => GeneratorResult };
  const { code } = generate(node, { comments: false, jsescOption: { minimal: true } });
  return code.replaceAll(new RegExp(String.raw`\{\s*${MARK};\s*\}`, "g"), "{ … }");
}

function isNode(value: unknown): value is t.Node {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}
