import type * as t from "@babel/types";
import { declare, lookup, read, refer } from "./scope-records.ts";
import type { Pass, ScopeRecord } from "./scope-records.ts";
import type { BindingKind } from "./scopes.ts";

/** The identifiers that a pattern binds, in source order. TypeScript's `this` parameter binds nothing. */
export function boundIdentifiers(pattern: t.Node, found: t.Identifier[] = []): t.Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      if (pattern.name !== "this") found.push(pattern);
      break;
    case "ObjectPattern":
      for (const property of pattern.properties)
        boundIdentifiers(property.type === "RestElement" ? property : property.value, found);
      break;
    case "ArrayPattern":
      for (const element of pattern.elements) if (element !== null) boundIdentifiers(element, found);
      break;
    case "AssignmentPattern":
      return boundIdentifiers(pattern.left, found);
    case "RestElement":
      return boundIdentifiers(pattern.argument, found);
    case "TSParameterProperty":
      return boundIdentifiers(pattern.parameter, found);
    default:
  }
  return found;
}

export function declarePattern(pass: Pass, scope: ScopeRecord, kind: BindingKind, pattern: t.Node): void {
  if (pattern.type === "Identifier" && pattern.name !== "this") declare(pass, scope, kind, pattern);
  else for (const id of boundIdentifiers(pattern)) declare(pass, scope, kind, id);
}

/** Whether parameters hold code: then they have a scope apart from the body's (ECMA-262, FunctionDeclarationInstantiation). */
export function hasExpressions(pattern: t.Node): boolean {
  switch (pattern.type) {
    case "AssignmentPattern":
      return true;
    case "ObjectPattern":
      return pattern.properties.some((property) =>
        property.type === "RestElement"
          ? hasExpressions(property)
          : property.computed || hasExpressions(property.value),
      );
    case "ArrayPattern":
      return pattern.elements.some((element) => element !== null && hasExpressions(element));
    case "RestElement":
      return hasExpressions(pattern.argument);
    case "TSParameterProperty":
      return hasExpressions(pattern.parameter);
    default:
      return false;
  }
}

/** Resolves the code inside a pattern of declarations: defaults, computed keys, decorators of parameters. */
export function visitPattern(
  pass: Pass,
  scope: ScopeRecord,
  pattern: t.Node,
  onName?: (id: t.Identifier) => void,
): void {
  switch (pattern.type) {
    case "Identifier":
      onName?.(pattern);
      break;
    case "AssignmentPattern":
      visitPattern(pass, scope, pattern.left, onName);
      pass.visit(pattern.right, scope);
      break;
    case "TSParameterProperty":
      visitPattern(pass, scope, pattern.parameter, onName);
      break;
    default:
      forEachTarget(pass, scope, pattern, (target) => visitPattern(pass, scope, target, onName));
  }
}

/** Resolves the target of an assignment. `a += 1` reads it, too. */
export function visitTarget(pass: Pass, scope: ScopeRecord, target: t.Node, alsoReads = false): void {
  switch (target.type) {
    case "Identifier":
      assign(pass, scope, target);
      if (alsoReads) read(pass, scope, target);
      break;
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "ParenthesizedExpression":
      visitTarget(pass, scope, target.expression, alsoReads);
      break;
    case "AssignmentPattern":
      visitTarget(pass, scope, target.left);
      pass.visit(target.right, scope);
      break;
    case "ObjectPattern":
    case "ArrayPattern":
    case "RestElement":
      forEachTarget(pass, scope, target, (inner) => visitTarget(pass, scope, inner));
      break;
    default:
      pass.visit(target, scope);
  }
}

/**
 * A `var` with a value writes to what its name means where it stands, which inside `catch (e)` or below another
 * declaration of that name is not (only) the variable it declares (ECMA-262 B.3.4).
 */
export function initializeVar(pass: Pass, scope: ScopeRecord, id: t.Identifier, again: boolean): void {
  const declared = pass.names.get(id);
  const meant = lookup(scope, id.name) ?? declared;
  if (!meant) return;
  if (meant !== declared) pass.names.set(id, meant);
  if (again || meant !== declared || meant.declarations.length > 1) meant.assignments.push(id);
}

function assign(pass: Pass, scope: ScopeRecord, id: t.Identifier): void {
  refer(pass, scope, id)?.assignments.push(id);
}

/** The direct parts of a destructuring pattern; computed keys are resolved on the way. */
function forEachTarget(pass: Pass, scope: ScopeRecord, pattern: t.Node, visit: (target: t.Node) => void): void {
  if (pattern.type === "RestElement") return visit(pattern.argument);
  if (pattern.type === "ArrayPattern") {
    for (const element of pattern.elements) if (element !== null) visit(element);
  } else if (pattern.type === "ObjectPattern") {
    for (const property of pattern.properties) {
      if (property.type === "ObjectProperty" && property.computed) pass.visit(property.key, scope);
      visit(property.type === "RestElement" ? property.argument : property.value);
    }
  }
}
