import type * as t from "@babel/types";
import { parse } from "../../loader/analysis/syntax/parse.ts";
import { resolveScopes } from "../../loader/analysis/scopes/resolve-scopes.ts";
import type { Syntax } from "../../loader/analysis/syntax/syntax.ts";

/**
 * For each place where a name stands in a text, what it refers to: the number of the place that declares it, `g` for a
 * global, `-` for what is no variable. `let x; { let x; x } x` gives `0 1 1 0`.
 */
export function links(text: string, name: string, syntax: Syntax = "ts"): string {
  const parsed = parse(text, syntax);
  if (!parsed.ok) throw new Error(`${parsed.message} at ${parsed.line}:${parsed.column} in ${text}`);
  const table = resolveScopes(parsed.ast);
  const nodes = identifiersOf(parsed.ast, name);
  const places = [...text.matchAll(new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`, "g"))].map(
    (match) => match.index,
  );
  return places
    .map((place) => {
      const here = (nodes.get(place) ?? []).find((node) => table.isReference(node));
      if (here === undefined) return "-";
      const declaration = table.bindingOf(here)?.declarations[0]?.start;
      return declaration === undefined || declaration === null ? "g" : String(places.indexOf(declaration));
    })
    .join(" ");
}

/** By place; `{ a }` has two nodes at one. Types are searched, too. */
function identifiersOf(root: t.Node, name: string): Map<number, t.Node[]> {
  const found = new Map<number, t.Node[]>();
  const search = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(search);
    if (typeof value !== "object" || value === null) return;
    if (isNamed(value, name) && typeof value.start === "number")
      found.set(value.start, [...(found.get(value.start) ?? []), value]);
    for (const [key, child] of Object.entries(value)) if (key !== "loc" && key !== "extra") search(child);
  };
  search(root);
  return found;
}

function isNamed(value: object, name: string): value is t.Identifier | t.JSXIdentifier {
  return (
    "type" in value &&
    (value.type === "Identifier" || value.type === "JSXIdentifier") &&
    "name" in value &&
    value.name === name
  );
}
