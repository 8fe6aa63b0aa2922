import type * as t from "@babel/types";
import { classHome, type ClassHome } from "./class-home.ts";
import { childKeys, childrenAt, isList } from "../syntax/child-keys.ts";
import { DoubtFinder } from "./doubts.ts";
import { isErased } from "../syntax/erased.ts";
import { Frame } from "./frames.ts";
import type { Field, FrameHead } from "./frames.ts";
import { nameFunction } from "./function-names.ts";
import type { Naming } from "./function-names.ts";
import { isFunction, unwrap } from "../syntax/nodes.ts";
import type { Binding, FunctionNode, Scope, ScopeTable } from "../scopes/scopes.ts";

export interface Frames {
  /** The frames of functions, by their index. */
  readonly functions: readonly Frame[];
  /** The function that a name stands for from the start: declared as one, or the value of its declaration. */
  readonly functionOf: ReadonlyMap<t.Identifier, Frame>;
}

/** Walks a module once and gathers for each function what it uses of the code around it. */
export function collectFrames(ast: t.File, table: ScopeTable): Frames {
  const walk = new FrameWalk(ast, table);
  walk.visit(ast.program, undefined);
  return walk;
}

/** In a `finally` they put another end in the place of the one that is under way. */
const JUMPS = new Set<t.Node["type"]>(["ReturnStatement", "BreakStatement", "ContinueStatement", "ThrowStatement"]);

const NAMELESS: Naming = { name: undefined, isTopLevel: false, node: undefined };

class FrameWalk implements Frames {
  readonly functions: Frame[] = [];
  readonly functionOf = new Map<t.Identifier, Frame>();
  readonly #table: ScopeTable;
  readonly #doubts: DoubtFinder;
  readonly #dynamic: ReadonlySet<t.Node>;
  readonly #ancestors: t.Node[] = [];
  readonly #frameOf = new Map<Scope, Frame | undefined>();
  readonly #homes = new Map<t.Node, ClassHome>();
  readonly #namedBy = new Map<t.Node, t.Identifier>();
  #withs = 0;

  constructor(ast: t.File, table: ScopeTable) {
    this.#table = table;
    this.#doubts = new DoubtFinder(ast, table);
    this.#dynamic = new Set(table.dynamic);
  }

  visit(node: t.Node, frame: Frame | undefined): void {
    if (isErased(node)) return;
    if (isFunction(node)) return this.#visitFunction(node, frame);
    if (frame !== undefined) this.#note(node, frame);
    switch (node.type) {
      case "VariableDeclarator":
        this.#noteFunctionName(node);
        break;
      case "ClassBody":
        this.#noteMembers(node);
        break;
      case "ClassProperty":
      case "ClassPrivateProperty":
      case "ClassAccessorProperty":
        return this.#visitField(node, frame);
      case "StaticBlock":
        return this.#visitChildren(node, this.#open(node, frame));
      case "WithStatement":
        return this.#visitWith(node, frame);
      default:
    }
    this.#visitChildren(node, frame);
  }

  #visitChildren(node: t.Node, frame: Frame | undefined): void {
    this.#ancestors.push(node);
    for (const key of childKeys(node.type)) {
      const children = childrenAt(node, key);
      if (!children) continue;
      if (!isList(children)) this.visit(children, frame);
      else for (const child of children) if (child !== null) this.visit(child, frame);
    }
    this.#ancestors.pop();
  }

  #visitFunction(node: FunctionNode, around: Frame | undefined): void {
    const frame = this.#open(node, around);
    if (node.type === "FunctionDeclaration" && around !== undefined) this.#noteBlockFunction(node, around);
    this.#ancestors.push(node);
    if ("key" in node) this.#visitKey(node, around);
    for (const parameter of node.params) this.visit(parameter, frame);
    this.visit(node.body, frame);
    this.#ancestors.pop();
  }

  /** Its value is run for each object; its key and its decorators are run once, with the class. */
  #visitField(node: Field, around: Frame | undefined): void {
    const frame = this.#open(node, around);
    this.#ancestors.push(node);
    this.#visitKey(node, around);
    if (node.value) this.visit(node.value, frame);
    this.#ancestors.pop();
  }

  #visitKey(node: Field | t.ObjectMethod | t.ClassMethod | t.ClassPrivateMethod, around: Frame | undefined): void {
    for (const decorator of node.decorators ?? []) this.visit(decorator, around);
    this.visit(node.key, around);
  }

  #visitWith(node: t.WithStatement, frame: Frame | undefined): void {
    for (const each of frame?.chain() ?? []) each.hasWith = true;
    this.#withs++;
    this.#visitChildren(node, frame);
    this.#withs--;
  }

  #open(node: FrameHead["node"], parent: Frame | undefined): Frame {
    const frame = new Frame(this.#head(node, parent));
    const scope = this.#table.scopeOf(node);
    if (scope !== undefined) this.#frameOf.set(scope, frame);
    if (isFunction(node)) this.functions.push(frame);
    for (const id of [this.#namedBy.get(node), "id" in node ? node.id : undefined])
      if (id) this.functionOf.set(id, frame);
    return frame;
  }

  #head(node: FrameHead["node"], parent: Frame | undefined): FrameHead {
    const home = this.#homes.get(node);
    const common = { node, parent, home, isInWith: this.#withs > 0 };
    const from = parent?.head.outside ?? 0;
    if (!isFunction(node)) return { ...common, index: undefined, naming: NAMELESS, outside: from };
    const naming = nameFunction(node, this.#ancestors, from, parent?.prefix, this.#table);
    return { ...common, index: this.functions.length, naming, outside: this.#ancestors.length + 1 };
  }

  #noteMembers(body: t.ClassBody): void {
    const home = classHome(this.#ancestors.at(-1) as t.Class);
    for (const member of body.body) this.#homes.set(member, home);
  }

  /** `const f = () => …`: the name stands for this function and no other. */
  #noteFunctionName({ id, init }: t.VariableDeclarator): void {
    if (id.type === "Identifier" && init) this.#namedBy.set(unwrap(init), id);
  }

  #noteBlockFunction({ id }: t.FunctionDeclaration, around: Frame): void {
    const body = "body" in around.head.node ? around.head.node.body : undefined;
    if (id && this.#ancestors.at(-1) !== body) around.blockFunctions.add(id.name);
  }

  #note(node: t.Node, frame: Frame): void {
    switch (node.type) {
      case "Identifier":
      case "JSXIdentifier":
        this.#noteName(node, frame);
        break;
      case "Super":
        for (const each of frame.sharing()) each.usesSuper = each.usesThis = true;
        break;
      case "ThisExpression":
        for (const each of frame.sharing()) each.usesThis = true;
        break;
      case "JSXMemberExpression":
        if (node.object.type === "JSXIdentifier" && node.object.name === "this")
          for (const each of frame.sharing()) each.usesThis = true;
        break;
      case "MetaProperty":
        if (node.meta.name === "new") for (const each of frame.sharing()) each.usesNewTarget = true;
        break;
      case "ReturnStatement":
        if (node.argument) frame.returnsValue = true;
        break;
      default:
        if (this.#dynamic.has(node)) for (const each of frame.chain()) each.hasEval ||= node.type === "CallExpression";
    }
    this.#noteSteering(node, frame);
    const doubt = this.#doubts.in(node);
    if (doubt !== undefined) for (const each of frame.chain()) each.doubts.add(doubt);
  }

  /** What lets the caller of a generator decide what it gives next. */
  #noteSteering(node: t.Node, frame: Frame): void {
    const isYield = node.type === "YieldExpression";
    if (isYield && (node.delegate || this.#ancestors.at(-1)?.type !== "ExpressionStatement")) frame.answersSent = true;
    if (node.type === "TryStatement") frame.answersSent = true;
    // `using` runs code of its own at the end.
    if (node.type === "VariableDeclaration" && node.kind.endsWith("using")) frame.answersReturn = true;
    const isJump = isYield || JUMPS.has(node.type);
    if ((isYield && node.delegate) || (isJump && this.#isInFinalizer(frame))) frame.answersReturn = true;
  }

  #isInFinalizer({ head }: Frame): boolean {
    return this.#ancestors
      .slice(head.outside)
      .some((node, place, inside) => node.type === "BlockStatement" && isFinalizer(node, inside[place - 1]));
  }

  #noteName(node: t.Identifier | t.JSXIdentifier, frame: Frame): void {
    const binding = this.#table.bindingOf(node);
    if (binding !== undefined) this.#noteVariable(binding, frame);
    else if (this.#table.isArguments(node)) for (const each of frame.sharing()) each.usesArguments = true;
  }

  #noteVariable(binding: Binding, frame: Frame): void {
    if (binding.scope.kind === "module") return;
    const home = this.#frameAt(binding.scope);
    let at: Frame | undefined = frame;
    while (at !== undefined && at !== home && !at.free.has(binding)) {
      at.free.add(binding);
      at = at.head.parent;
    }
  }

  #frameAt(scope: Scope): Frame | undefined {
    if (this.#frameOf.has(scope)) return this.#frameOf.get(scope);
    const frame = scope.parent === undefined ? undefined : this.#frameAt(scope.parent);
    this.#frameOf.set(scope, frame);
    return frame;
  }
}

function isFinalizer(node: t.Node, around: t.Node | undefined): boolean {
  return around?.type === "TryStatement" && around.finalizer === node;
}
