import { hash } from "node:crypto";
import type * as t from "@babel/types";
import type { VertexFacts } from "../facts.ts";
import type { BuiltinPaths } from "../functions/builtin-paths.ts";
import { isFunction } from "../syntax/nodes.ts";
import { normalize } from "./normalize.ts";
import { STANDARD_GLOBALS } from "./standard-globals.ts";
import type { NormalizeContext, VertexText } from "./vertex-text.ts";
import type { ModuleNames } from "../linkage/module-names.ts";
import type { Binding, FunctionNode, ScopeTable } from "../scopes/scopes.ts";

/** Makes vertices: a function's first time also makes those of the functions inside it. */
export class VertexBuilder {
  readonly vertices: VertexFacts[] = [];
  readonly #functions = new Map<FunctionNode, { vertex: number; captured: readonly Binding[] }>();
  readonly #context: NormalizeContext;
  readonly #mode: string;

  constructor(scopes: ScopeTable, names: ModuleNames, paths: BuiltinPaths, isStrict: boolean) {
    this.#context = { scopes, names, paths, cut: (node) => this.function(node) };
    // Sloppy code has other meanings of `this`, assignments and blocks.
    this.#mode = isStrict ? "strict" : "sloppy";
  }

  function(node: FunctionNode): { readonly vertex: number; readonly captured: readonly Binding[] } {
    const known = this.#functions.get(node);
    if (known !== undefined) return known;
    const text = normalize(node, this.#context);
    const made = { vertex: this.#add("function", node, text), captured: text.captured };
    this.#functions.set(node, made);
    return made;
  }

  shell(node: t.Node): number {
    return this.#add("shell", node, normalize(node, this.#context));
  }

  #add(kind: VertexFacts["kind"], node: t.Node, { text, refs, noticed }: VertexText): number {
    const facts: VertexFacts = {
      kind,
      hash: hash("sha256", `${this.#mode}${text}`, "base64url"),
      refs,
      label: labelOf(node),
      holdsFunction: false,
      line: node.loc?.start.line ?? 0,
      start: node.start ?? 0,
      end: node.end ?? 0,
      environment: [...noticed.environment].sort(),
      process: [...noticed.process].sort(),
      globals: [...noticed.globals].filter((name) => !STANDARD_GLOBALS.has(name)).sort(),
      emits: [...noticed.emits].sort(),
      location: noticed.location,
      notes: noticed.notes,
    };
    return this.vertices.push(facts) - 1;
  }
}

/** For people: the name that the vertex declares, or what kind of statement it is. */
function labelOf(node: t.Node): string {
  if (node.type === "VariableDeclarator" && node.id.type === "Identifier") return node.id.name;
  if (
    "id" in node &&
    node.id !== null &&
    typeof node.id === "object" &&
    "name" in node.id &&
    typeof node.id.name === "string"
  )
    return node.id.name;
  if ("key" in node && node.key.type === "Identifier") return node.key.name;
  if (isFunction(node)) return "function";
  return node.type.replace(/(Statement|Expression|Declaration)$/, "").toLowerCase();
}
