import type * as t from "@babel/types";
import { effectOf, type Effect } from "./changes.ts";
import { eachNode } from "../syntax/each-node.ts";
import type { BindingFacts, ForeignMutation, LocalBindingFacts } from "../facts.ts";
import { fixedness, type Fixedness, type FixedContext } from "./fixed.ts";
import type { ImportedName, Imports } from "../linkage/imports.ts";
import type { InferredNames } from "../linkage/module-names.ts";
import { isFunction, propertyName } from "../syntax/nodes.ts";
import { isAmbientChange } from "./ambient.ts";
import { handedOut } from "./handed-out.ts";
import { mayCall, type OutsideEffect, OutsideEffects } from "./outside-effects.ts";
import { changedMembers } from "./changed-members.ts";
import { changeByEval, isDirectEval } from "./direct-evals.ts";
import { type BindingDraft, judgeDraft, newDraft } from "./binding-draft.ts";
import type { Part } from "../linkage/parts.ts";
import type { Binding, FunctionNode, ScopeTable } from "../scopes/scopes.ts";

export interface ModuleBindings {
  readonly bindings: Readonly<Record<string, BindingFacts>>;
  readonly foreign: readonly ForeignMutation[];
  readonly outside: readonly OutsideEffect[];
  /** Places of parts that change global objects. */
  readonly ambient: readonly number[];
}

export interface BindingContext {
  readonly scopes: ScopeTable;
  readonly imports: Imports;
  readonly inferred: InferredNames;
  readonly parts: readonly Part[];
  /** Shell of each part, by its place. */
  readonly shells: readonly number[];
  vertexOf(node: FunctionNode): number;
  /** Names that other modules can import. */
  readonly exported: ReadonlySet<string>;
}

/** Says of each module-level name which statements make it, which change it, and whether the text alone gives its value. */
export function describeBindings(program: t.Program, context: BindingContext): ModuleBindings {
  const describer = new Describer(context);
  eachNode(program, (node, ancestors) => describer.visit(node, ancestors));
  return {
    bindings: describer.bindings(),
    foreign: describer.foreign(),
    outside: describer.outside.facts(),
    ambient: [...describer.ambient].sort((a, b) => a - b),
  };
}

class Describer {
  readonly ambient = new Set<number>();
  readonly outside: OutsideEffects;
  readonly #context: BindingContext;
  readonly #drafts = new Map<string, BindingDraft>();
  readonly #foreign: ForeignMutation[] = [];
  readonly #evals: (FunctionNode | undefined)[] = [];
  /** Imports that functions give away, and whether statements give any away. */
  readonly #givenAway = new Set<number>();
  #isGivenAwayAtLoad = false;
  readonly #fixed = new Map<Binding, Fixedness>();
  readonly #fixedContext: FixedContext;

  constructor(context: BindingContext) {
    this.#context = context;
    this.outside = new OutsideEffects(context);
    this.#fixedContext = { scopes: context.scopes, ofBinding: (binding) => this.#fixednessOf(binding) };
    for (const [place, part] of context.parts.entries()) {
      if (part.pseudoName === undefined) continue;
      const draft = this.#draft(part.pseudoName);
      draft.parts.add(place);
      if (part.value) draft.values.push(part.value);
    }
  }

  visit(node: t.Node, ancestors: readonly t.Node[]): void {
    if (isAmbientChange(node, this.#context.scopes)) this.#addAmbient(node);
    if (isDirectEval(node, this.#context.scopes)) this.#evals.push(innermostFunction(ancestors));
    this.#declaredValue(node);
    const atLoad = mayCall(node) && innermostFunction(ancestors) === undefined ? this.#placeOf(node) : undefined;
    if (atLoad !== undefined) this.outside.visit(node, atLoad);
    if (node.type !== "Identifier" && node.type !== "JSXIdentifier") return;
    const binding = this.#context.scopes.bindingOf(node);
    if (binding === undefined || binding.scope !== this.#context.scopes.module) return;
    const effect = effectOf(node, ancestors);
    const imported = this.#context.imports.names.get(binding);
    const isDeclared = binding.declarations.includes(node as t.Identifier);
    if (imported !== undefined) return isDeclared ? undefined : this.#foreignEffect(imported, effect, node, ancestors);
    this.#appearance(binding, node, effect, ancestors);
  }

  /** Where a statement names what it sets, but other code of the module could set the same by another name, nothing is said. */
  foreign(): ForeignMutation[] {
    return this.#foreign.map((change) =>
      this.#isGivenAwayAtLoad || this.#givenAway.has(change.import) ? { ...change, members: undefined } : change,
    );
  }

  bindings(): Record<string, BindingFacts> {
    const facts: Record<string, BindingFacts> = Object.create(null) as Record<string, BindingFacts>;
    for (const [binding, imported] of this.#context.imports.names)
      facts[binding.name] = { kind: "import", ...imported };
    for (const owner of this.#evals) changeByEval(this.#drafts, owner, this.#context);
    for (const [name, draft] of this.#drafts) {
      const binding = this.#context.scopes.module.bindings.get(name);
      if (binding === undefined || !this.#context.imports.names.has(binding))
        facts[name] = this.#judge(name, draft, binding);
    }
    return { ...facts };
  }

  #appearance(binding: Binding, node: t.Node, effect: Effect, ancestors: readonly t.Node[]): void {
    const draft = this.#draft(binding.name);
    const place = this.#placeOf(node);
    const owner = innermostFunction(ancestors);
    const isDeclaration = binding.declarations.includes(node as t.Identifier);
    if (isDeclaration && place !== undefined) draft.parts.add(place);
    draft.isConstructor ||= binding.kind === "class" || isConstructorUse(node, ancestors);
    if (effect === "reads" || (isDeclaration && effect === "assigns")) return;
    draft.effects.add(effect);
    if (owner === undefined && place !== undefined) noteHandedOut(draft, effect, place, ancestors);
    if (!CHANGES.has(effect)) return;
    if (owner !== undefined) {
      draft.mutators.add(this.#context.vertexOf(owner));
      draft.isAssignedLater ||= effect === "assigns";
      draft.isChangedInFunction = true;
      draft.isPatchedInFunction ||= effect === "changes" && assignedMember(ancestors) === undefined;
    } else if (place !== undefined) {
      // A call inside a larger expression is made for what it gives: `console.log(table.row(1))`.
      if (effect !== "calls-member") {
        draft.parts.add(place);
        draft.changedAt.add(place);
      }
      if (effect === "calls-member" && isStatementCall(ancestors)) draft.methodCalls.add(place);
      draft.isChangedAtLoad ||= effect !== "calls-member";
      draft.isPatchedAtLoad ||= effect === "changes" && assignedMember(ancestors) === undefined;
    }
  }

  #foreignEffect(imported: ImportedName, effect: Effect, node: t.Node, ancestors: readonly t.Node[]): void {
    const place = this.#placeOf(node);
    const atLoad = innermostFunction(ancestors) === undefined && place !== undefined;
    if (GIVING_AWAY.has(effect)) this.#givenAway.add(imported.import);
    this.#isGivenAwayAtLoad ||= atLoad && GIVING_AWAY.has(effect);
    if (effect !== "changes") return;
    const name = imported.name === "*" ? (assignedMember(ancestors) ?? "*") : imported.name;
    const isFixed = atLoad && this.#isFixedChange(ancestors);
    const vertex = isFixed ? this.#context.shells[place] : undefined;
    this.outside.add(imported, atLoad ? place : undefined);
    const members = vertex === undefined || imported.name === "*" ? undefined : changedMembers(ancestors);
    this.#foreign.push({ import: imported.import, name, vertex, members });
  }

  /** `lib.a = <fixed>` and `Object.assign(Lib.prototype, <fixed>)` at the top level: what it holds from then on is in the text. */
  #isFixedChange(ancestors: readonly t.Node[]): boolean {
    const values = topLevelValues(ancestors);
    return values.length > 0 && values.every((value) => fixedness(value, this.#fixedContext) !== "computed");
  }

  #declaredValue(node: t.Node): void {
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier") {
      const binding = this.#moduleBinding(node.id);
      if (binding !== undefined && node.init) this.#draft(binding.name).values.push(node.init);
    } else if (node.type === "TSModuleDeclaration" && node.id.type === "Identifier") {
      const binding = this.#moduleBinding(node.id);
      if (binding !== undefined) this.#draft(binding.name).values.push(node);
    } else if (node.type === "ClassDeclaration" && node.id) {
      const binding = this.#moduleBinding(node.id);
      if (binding !== undefined) this.#draft(binding.name).values.push(node);
    }
  }

  #judge(name: string, draft: BindingDraft, binding: Binding | undefined): LocalBindingFacts {
    const { shells, exported } = this.#context;
    return judgeDraft(name, draft, {
      binding,
      fixedness: this.#draftFixedness(draft, binding),
      isExported: exported.has(name),
      shells,
      draftOf: (other) => this.#drafts.get(other),
    });
  }

  #fixednessOf(binding: Binding): Fixedness {
    if (binding.scope !== this.#context.scopes.module || this.#context.imports.names.has(binding)) return "computed";
    if (binding.kind === "function") return binding.assignments.length === 0 ? "fixed" : "computed";
    if (binding.kind === "enum") return "flat";
    if (binding.kind === "namespace") return "fixed";
    if (binding.assignments.length > 0) return "computed";
    const known = this.#fixed.get(binding);
    if (known !== undefined) return known;
    // A value that refers to itself on the way is none that the text gives.
    this.#fixed.set(binding, "computed");
    const [value] = this.#drafts.get(binding.name)?.values ?? [];
    const result = value === undefined ? "computed" : fixedness(value, this.#fixedContext);
    this.#fixed.set(binding, result);
    return result;
  }

  #draftFixedness(draft: BindingDraft, binding: Binding | undefined): Fixedness {
    if (binding !== undefined && binding.kind !== "class") return this.#fixednessOf(binding);
    const kinds = draft.values.map((value) => fixedness(value, this.#fixedContext));
    return kinds.includes("computed") || kinds.length === 0 ? "computed" : (kinds[0] ?? "computed");
  }

  #addAmbient(node: t.Node): void {
    const place = this.#placeOf(node);
    if (place !== undefined) this.ambient.add(place);
  }

  #moduleBinding(id: t.Identifier): Binding | undefined {
    const binding = this.#context.scopes.bindingOf(id);
    return binding?.scope === this.#context.scopes.module ? binding : undefined;
  }

  #draft(name: string): BindingDraft {
    const known = this.#drafts.get(name);
    if (known !== undefined) return known;
    const draft = newDraft();
    this.#drafts.set(name, draft);
    return draft;
  }

  #placeOf(node: t.Node): number | undefined {
    return placeOf(this.#context.parts, node.start ?? 0);
  }
}

const GIVING_AWAY: ReadonlySet<Effect> = new Set(["hands-out", "hands-out-member", "calls-member", "calls-mutator"]);

const CHANGES: ReadonlySet<Effect> = new Set(["assigns", "changes", "calls-mutator", "calls-member"]);

/** Parts stand in source order: binary search by offset. */
function placeOf(parts: readonly Part[], offset: number): number | undefined {
  let low = 0;
  let high = parts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part === undefined) return undefined;
    if (offset < part.start) high = middle - 1;
    else if (offset >= part.end) low = middle + 1;
    else return middle;
  }
  return undefined;
}

/** Fields of instances are made when a constructor runs. */
function innermostFunction(ancestors: readonly t.Node[]): FunctionNode | undefined {
  for (let place = ancestors.length - 1; place >= 0; place--) {
    const node = ancestors[place];
    if (node !== undefined && isFunction(node)) return node;
  }
  return undefined;
}

/** `F.prototype`, `new F()`, `const F = class {}`. */
function isConstructorUse(node: t.Node, ancestors: readonly t.Node[]): boolean {
  const parent = ancestors.at(-1);
  if (parent?.type === "NewExpression") return parent.callee === node;
  if (parent?.type === "VariableDeclarator") return parent.id === node && parent.init?.type === "ClassExpression";
  return parent?.type === "MemberExpression" && parent.object === node && propertyName(parent) === "prototype";
}

function noteHandedOut(draft: BindingDraft, effect: Effect, place: number, ancestors: readonly t.Node[]): void {
  if (effect !== "hands-out" && effect !== "hands-out-member") return;
  const into = handedOut(ancestors);
  if (into.kind === "statement") draft.handedTo.add(place);
  if (into.kind === "names") for (const name of into.names) draft.aliases.add(name);
}

/** `table.add(x)` and `await table.load()` as statements of their own. */
function isStatementCall(ancestors: readonly t.Node[]): boolean {
  const statement = ancestors[1];
  if (statement?.type !== "ExpressionStatement") return false;
  const call = statement.expression.type === "AwaitExpression" ? statement.expression.argument : statement.expression;
  return (call.type === "CallExpression" || call.type === "OptionalCallExpression") && ancestors.includes(call.callee);
}

/** The values that a statement of its own puts into something: it has no other effect on it. */
function topLevelValues(ancestors: readonly t.Node[]): readonly t.Node[] {
  const statement = ancestors[1];
  const expression = statement?.type === "ExpressionStatement" ? statement.expression : undefined;
  if (expression?.type === "AssignmentExpression") return expression.operator === "=" ? [expression.right] : [];
  // What changes it is a call of `Object` or `Reflect`, or it would not be counted as a change.
  return expression?.type === "CallExpression" ? expression.arguments.slice(1) : [];
}

/** The `a` in `lib.a = …`, where `lib` is the identifier that the ancestors belong to. */
function assignedMember(ancestors: readonly t.Node[]): string | undefined {
  const member = ancestors.at(-1);
  const assignment = ancestors.at(-2);
  if (member?.type !== "MemberExpression" || assignment?.type !== "AssignmentExpression" || assignment.left !== member)
    return undefined;
  return propertyName(member);
}
