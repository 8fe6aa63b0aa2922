import type * as t from "@babel/types";
import type { FunctionNode, Scope, ScopeTable } from "../scopes/scopes.ts";
import { eachNode } from "../syntax/each-node.ts";
import { isFunction, propertyName, unwrap } from "../syntax/nodes.ts";
import type { FunctionFacts } from "./function-facts.ts";
import { isFixed } from "./helpers.ts";
import { CAPTURES_UNKNOWN, type KnownFunction, namelessValues } from "./passed.ts";

/** A function that another one gives back, and where it can be marked. */
export interface ReturnedFacts {
  readonly index: number;
  /** The expression around which the mark is written. */
  readonly start: number;
  readonly end: number;
  /** The property of that expression's value which holds the function; null: the value is the function. */
  readonly key: string | null;
}

/**
 * Functions that the functions at the top level give back: closures such as `withRetry(fetchPage)` makes, by themselves,
 * as members of a literal, or by their name. And those that are members of a literal without a name of its own, made when the
 * module loads: `buildMatchFn({ valueCallback: (index) => index + 1 })`. What makes functions deeper inside is left as it is, so that a function
 * whose text runs elsewhere, such as `page.evaluate(() => …)`, has nothing in it that is not there.
 */
export function collectReturned(
  file: t.File,
  scopes: ScopeTable,
  functions: readonly KnownFunction[],
): readonly ReturnedFacts[] {
  const finder = new ReturnedFinder(file, scopes, functions);
  eachNode(file.program, (node, ancestors) => finder.visit(node, ancestors));
  return finder.returned;
}

/** Where a value stands: the function that gives it back, and the innermost scope. */
interface Place {
  readonly owner: FunctionNode;
  readonly scope: Scope | undefined;
}

class ReturnedFinder {
  readonly returned: ReturnedFacts[] = [];
  readonly #scopes: ScopeTable;
  readonly #facts: ReadonlyMap<t.Node, FunctionFacts>;
  /** What the one declaration of a name gives it. */
  readonly #values = new Map<t.Node, t.Node>();
  readonly #factories = new Set<t.Node>();
  readonly #literals = new Set<t.Node>();

  constructor(file: t.File, scopes: ScopeTable, functions: readonly KnownFunction[]) {
    this.#scopes = scopes;
    this.#facts = new Map(functions.map(({ node, facts }) => [node, facts]));
    eachNode(file.program, (node) => {
      if (node.type === "VariableDeclarator" && node.init) this.#values.set(node.id, node.init);
      if (node.type === "FunctionDeclaration" && node.id) this.#values.set(node.id, node);
    });
  }

  visit(node: t.Node, ancestors: readonly t.Node[]): void {
    if (isFunction(node) && !ancestors.some(isFunction)) this.#factories.add(node);
    if (!ancestors.some(isFunction))
      for (const value of namelessValues(node))
        if (value?.type === "ObjectExpression") this.#visitObject(value, undefined);
    if (node.type === "ArrowFunctionExpression" && node.body.type !== "BlockStatement")
      this.#visitReturn(node.body, node, [...ancestors, node]);
    if (node.type !== "ReturnStatement" || !node.argument) return;
    const owner = ancestors.findLast(isFunction);
    if (owner !== undefined) this.#visitReturn(node.argument, owner, ancestors);
  }

  #visitReturn(value: t.Node, owner: FunctionNode, ancestors: readonly t.Node[]): void {
    if (!this.#factories.has(owner)) return;
    let scope: Scope | undefined;
    for (let place = ancestors.length - 1; place >= 0 && scope === undefined; place--) {
      const node = ancestors[place];
      scope = node === undefined ? undefined : this.#scopes.scopeOf(node);
    }
    this.#visitValue(value, { owner, scope });
  }

  #visitValue(wrapped: t.Node, place: Place): void {
    const value = unwrap(wrapped);
    switch (value.type) {
      case "Identifier":
        return this.#visitName(value, place);
      case "ObjectExpression":
        return this.#visitObject(value, place);
      case "ConditionalExpression":
        this.#visitValue(value.consequent, place);
        return this.#visitValue(value.alternate, place);
      case "LogicalExpression":
        this.#visitValue(value.left, place);
        return this.#visitValue(value.right, place);
      case "ArrayExpression":
        for (const element of value.elements) if (element !== null) this.#visitValue(element, place);
        return;
      case "CallExpression":
        if (isPassingOn(value) && value.arguments[0] !== undefined) this.#visitValue(value.arguments[0], place);
        return;
      default:
        if (isFunction(value)) this.#add(value, value, null);
    }
  }

  #visitName(name: t.Identifier, place: Place): void {
    const value = this.#valueOf(name, place);
    if (value?.type === "ObjectExpression") this.#visitObject(value, place);
    else if (value !== undefined) this.#add(value, name, null);
  }

  /** A function of the same activation, or an object made there, that a name always stands for; as far as its captures mean the same here. */
  #valueOf(name: t.Identifier, { owner, scope }: Place): t.Node | undefined {
    const binding = this.#scopes.bindingOf(name);
    const [declaration] = binding?.declarations ?? [];
    if (binding === undefined || declaration === undefined || !isFixed(binding) || binding.scope.owner !== owner)
      return undefined;
    const value = this.#values.get(declaration);
    if (value === undefined) return undefined;
    const captures = this.#facts.get(unwrap(value))?.captures ?? [];
    return isVisible(captures, scope, binding.scope) ? unwrap(value) : undefined;
  }

  /** `place`: undefined outside functions, where names are known by themselves. */
  #visitObject(literal: t.ObjectExpression, place: Place | undefined): void {
    if (this.#literals.has(literal)) return;
    this.#literals.add(literal);
    const members = new Map<string, t.Node | undefined>();
    for (const property of literal.properties) {
      const key = property.type === "SpreadElement" ? undefined : writtenKey(property);
      // What follows may take the place of what was there.
      if (key === undefined) members.clear();
      else members.set(key, this.#memberValue(property, place));
    }
    for (const [key, value] of members) if (value !== undefined && key !== "__proto__") this.#add(value, literal, key);
  }

  #memberValue(property: t.ObjectExpression["properties"][number], place: Place | undefined): t.Node | undefined {
    // What `super` means is in no capture: the prototype of the literal.
    if (property.type === "ObjectMethod")
      return property.kind === "method" && !usesSuper(property) ? property : undefined;
    if (property.type !== "ObjectProperty") return undefined;
    const written = unwrap(property.value);
    const named = written.type === "Identifier";
    const value = named ? (place === undefined ? undefined : this.#valueOf(written, place)) : written;
    if (value?.type === "ObjectExpression") this.#visitObject(value, place);
    return value;
  }

  #add(value: t.Node, { start, end }: t.Node, key: string | null): void {
    const facts = this.#facts.get(value);
    if (facts === undefined || CAPTURES_UNKNOWN.has(facts.impossible)) return;
    this.#factories.add(value);
    this.returned.push({ index: facts.index, start: start ?? 0, end: end ?? 0, key });
  }
}

function usesSuper(method: t.ObjectMethod): boolean {
  let isFound = false;
  eachNode(method, (node) => (isFound ||= node.type === "Super"));
  return isFound;
}

/** Whether names mean in a scope what they mean in one around it. */
function isVisible(names: readonly string[], from: Scope | undefined, to: Scope): boolean {
  let scope = from;
  while (scope !== undefined && scope !== to) {
    const { bindings, parent } = scope;
    if (names.some((name) => bindings.has(name))) return false;
    scope = parent;
  }
  return scope === to;
}

/** `Object.freeze(api)` gives back what it is given. */
function isPassingOn({ callee }: t.CallExpression): boolean {
  return (
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "Object" &&
    PASSING_ON.has(propertyName(callee) ?? "")
  );
}

const PASSING_ON = new Set(["assign", "defineProperties", "defineProperty", "freeze", "preventExtensions", "seal"]);

function writtenKey({ computed, key }: t.ObjectProperty | t.ObjectMethod): string | undefined {
  if (key.type === "StringLiteral") return key.value;
  return !computed && key.type === "Identifier" ? key.name : undefined;
}
