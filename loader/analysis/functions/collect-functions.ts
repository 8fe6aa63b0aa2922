import type * as t from "@babel/types";
import type { ReasonCode } from "../../../runtime/reasons.ts";
import { bodySpan, clashesOf, formalNames, parameterNames } from "./body-facts.ts";
import { isStaticMember } from "./class-home.ts";
import { capturesOf } from "./captures.ts";
import type { Captures } from "./captures.ts";
import { collectFrames } from "./collect-frames.ts";
import { DOUBTS } from "./doubts.ts";
import type { Frame } from "./frames.ts";
import type { FunctionFacts, FunctionForm } from "./function-facts.ts";
import type { FunctionNode, ScopeTable } from "../scopes/scopes.ts";

export interface CollectedFunction {
  readonly node: FunctionNode;
  readonly facts: FunctionFacts;
}

/** Every function with a body, at every depth, in source order: those around come before those inside. */
export function collectFunctions(ast: t.File, table: ScopeTable): CollectedFunction[] {
  const frames = collectFrames(ast, table);
  const captures = capturesOf(frames, table);
  const collected = frames.functions.flatMap((frame, index) => {
    const taken = captures[index];
    return taken === undefined ? [] : [{ node: frame.head.node as FunctionNode, facts: factsOf(frame, taken, table) }];
  });
  return tellPairsApart(collected);
}

/** A getter and a setter of one name are two functions: `Disk.size.get` and `Disk.size.set`. */
function tellPairsApart(collected: readonly CollectedFunction[]): CollectedFunction[] {
  const named = (wanted: FunctionFacts["form"]): ReadonlySet<string | undefined> =>
    new Set(collected.flatMap(({ facts }) => (facts.form === wanted ? [facts.name] : [])));
  const [getters, setters] = [named("getter"), named("setter")];
  return collected.map(({ node, facts }) => {
    const { name, form } = facts;
    const isOfPair = (form === "getter" && setters.has(name)) || (form === "setter" && getters.has(name));
    if (!isOfPair || name === undefined) return { node, facts };
    return { node, facts: { ...facts, name: `${name}.${form === "getter" ? "get" : "set"}` } };
  });
}

function factsOf(frame: Frame, captures: Captures, table: ScopeTable): FunctionFacts {
  const node = frame.head.node as FunctionNode;
  const { naming } = frame.head;
  const place = (naming.node ?? node).loc?.start;
  const parameters = parameterNames(node);
  const clashes = clashesOf(frame, parameters, table);
  return {
    index: frame.head.index ?? -1,
    name: naming.name,
    form: formOf(node),
    isAsync: node.async === true,
    isGenerator: node.generator === true,
    answersSent: frame.answersSent && node.generator === true,
    answersReturn: frame.answersReturn && node.generator === true,
    isStatic: "static" in node && node.static,
    isTopLevel: naming.isTopLevel,
    line: place?.line ?? 1,
    column: (place?.column ?? 0) + 1,
    start: node.start ?? 0,
    end: node.end ?? 0,
    body: bodySpan(node),
    parameters,
    formals: formalNames(node),
    clashes,
    usesThis: captures.usesThis,
    usesArguments: captures.usesArguments || clashes.includes("arguments"),
    usesNewTarget: captures.usesNewTarget,
    captures: captures.names,
    variables: captures.variables,
    takes: captures.takes,
    privateFields: privateFieldsOf(frame),
    impossible: impossibility(frame, captures, clashes),
    doubtful: doubtOf(frame),
  };
}

function formOf(node: FunctionNode): FunctionForm {
  switch (node.type) {
    case "FunctionDeclaration":
      return "declaration";
    case "FunctionExpression":
      return "expression";
    case "ArrowFunctionExpression":
      return "arrow";
    case "ObjectMethod":
      return node.kind === "get" ? "getter" : node.kind === "set" ? "setter" : "object-method";
    case "ClassMethod":
    case "ClassPrivateMethod":
      if (node.kind === "constructor") return "constructor";
      return node.kind === "get" ? "getter" : node.kind === "set" ? "setter" : "class-method";
  }
}

/** Those that `this` has: an arrow shares it with the member around. */
function privateFieldsOf({ receiver }: Frame): readonly string[] {
  if (receiver?.head.home === undefined) return [];
  const { home, node } = receiver.head;
  return isStaticMember(node) ? home.staticFields : home.fields;
}

function impossibility(frame: Frame, captures: Captures, clashes: readonly string[]): ReasonCode | undefined {
  const node = frame.head.node as FunctionNode;
  const form = formOf(node);
  if (form === "constructor") return "constructor";
  // A generator's body can only move into a function of its own.
  if (node.generator && (captures.usesArguments || clashes.includes("arguments") || frame.usesSuper))
    return "generator";
  if (frame.chain().some(({ hasEval }) => hasEval)) return "direct-eval";
  if (frame.hasWith) return "with-statement";
  if (captures.usesArguments && sharesArguments(node, clashes)) return "parameter-clash";
  if (captures.usesThis && isInDerivedConstructor(frame)) return "super-before-this";
  if (captures.areTooMany) return "too-many-captures";
  return captures.isShadowed ? "capture-shadowed" : undefined;
}

/** In sloppy code `arguments[0]` and a plain parameter are one variable, which a copy in a moved body would not be. */
function sharesArguments(node: FunctionNode, clashes: readonly string[]): boolean {
  return clashes.some((name) => name !== "arguments") && node.params.every(({ type }) => type === "Identifier");
}

/** There `this` may not be read before `super()` was called, which the key would do. */
function isInDerivedConstructor({ receiver }: Frame): boolean {
  const { node, home } = receiver?.head ?? {};
  return node?.type === "ClassMethod" && node.kind === "constructor" && home?.isDerived === true;
}

function doubtOf(frame: Frame): ReasonCode | undefined {
  const node = frame.head.node as FunctionNode;
  const isSilent = node.body.type === "BlockStatement" && !frame.returnsValue && !node.generator;
  return DOUBTS.find((code) => frame.doubts.has(code)) ?? (isSilent ? "no-result" : undefined);
}
