import type * as t from "@babel/types";
import type { RefFacts } from "../facts.ts";
import type { FunctionNode } from "../scopes/scopes.ts";
import { Numbering } from "./numbering.ts";
import { isErased } from "../syntax/erased.ts";
import { JumpLabels } from "./jumps.ts";
import { isChain, isMethod, isThisParameter, LOOP_BODIES, SIMPLE_STATEMENTS, isInside } from "./normal-form.ts";
import { IGNORED_FIELDS } from "./ignored-fields.ts";
import { isFunction, unwrap } from "../syntax/nodes.ts";
import { keyToken } from "./key-token.ts";
import { literalToken } from "./literal-token.ts";
import { noticeOpaque, newNoticed } from "./notice.ts";
import type { NormalizeContext, VertexText } from "./vertex-text.ts";

/**
 * Writes what can change behaviour and nothing else: no comments, formatting, types, quotes or numeric spelling; local
 * variables by order of first appearance, so that renaming one is no change; module-level names as references.
 */
export function normalize(root: t.Node, context: NormalizeContext): VertexText {
  const writer = new Writer(root, context);
  if (isFunction(root)) writer.functionRoot(root);
  else writer.node(root);
  return writer.finish();
}

class Writer {
  readonly #root: t.Node;
  readonly #context: NormalizeContext;
  readonly #numbers = new Numbering();
  readonly #noticed = newNoticed();
  readonly #labels = new JumpLabels();
  #text = "";

  constructor(root: t.Node, context: NormalizeContext) {
    this.#root = root;
    this.#context = context;
  }

  finish(): VertexText {
    const captured = this.#numbers.locals().filter((binding) => !isInside(binding, this.#root));
    return { text: this.#text, refs: this.#numbers.refs, captured, noticed: this.#noticed };
  }

  functionRoot(node: FunctionNode): void {
    const form = node.type === "ArrowFunctionExpression" ? "arrow" : isMethod(node) ? "method" : "function";
    this.#text += `(${form}${node.async === true ? " async" : ""}${node.generator === true ? " generator" : ""}`;
    if (node.type === "FunctionExpression" && node.id) this.#identifier(node.id, false);
    this.#nodes(node.params as t.Node[]);
    this.node(node.body);
    this.#text += ")";
  }

  node(original: t.Node): void {
    if (isErased(original)) return;
    const node = unwrap(original);
    const literal = literalToken(node);
    if (literal !== undefined) this.#text += literal;
    else if (isFunction(node)) this.#cutFunction(node);
    else if (!this.#special(node)) this.#generic(node);
  }

  /** Syntax in which the general rule (type, then fields) would count too much or too little. */
  #special(node: t.Node): boolean {
    const { names } = this.#context;
    noticeOpaque(node, this.#context, this.#noticed);
    switch (node.type) {
      case "Identifier":
      case "JSXIdentifier":
        this.#identifier(node, true);
        return true;
      case "EmptyStatement":
        return true;
      case "LabeledStatement":
        this.#labeled(node);
        return true;
      case "BreakStatement":
      case "ContinueStatement":
        this.#text += `(${node.type} ${this.#labels.depth(node.label?.name)})`;
        return true;
      case "TSEnumMember":
        // A name inside the enum, and a property that can be observed.
        this.#text += `(enum ${JSON.stringify(node.id.type === "Identifier" ? node.id.name : node.id.value)}`;
        this.node(node.id);
        if (node.initializer) this.node(node.initializer);
        this.#text += ")";
        return true;
      case "JSXElement":
      case "JSXFragment":
        // What the compiler calls in its place; which of them, its options say.
        this.#text += names.jsxFactories
          .map((name) => this.#numbers.ref({ kind: "binding", name, named: true }))
          .join("");
        return false;
      case "MemberExpression":
      case "OptionalMemberExpression":
      case "JSXMemberExpression":
        if (this.#member(node, true)) return true;
        this.#plainMember(node);
        return true;
      case "ImportExpression":
      case "CallExpression":
      case "OptionalCallExpression":
        return this.#call(node);
      case "TaggedTemplateExpression":
        this.#text += "(tagged";
        this.#callee(node.tag);
        this.node(node.quasi);
        this.#text += ")";
        return true;
      case "ObjectProperty":
        this.#property(node);
        return true;
      case "ClassDeclaration":
      case "ClassExpression":
        this.#class(node);
        return true;
      case "IfStatement":
        this.#text += "(if";
        this.node(node.test);
        this.#block(node.consequent);
        if (node.alternate) this.#block(node.alternate);
        this.#text += ")";
        return true;
      case "ExportNamedDeclaration":
        // Inside a namespace the exported names are properties that can be observed.
        this.#text += `(export ${JSON.stringify(names.declaredNames(node))}`;
        if (node.declaration) this.node(node.declaration);
        this.#text += ")";
        return true;
      case "TSParameterProperty":
        this.#text += `(property ${JSON.stringify(names.parameterName(node))}`;
        this.node(node.parameter);
        this.#text += ")";
        return true;
      default:
        return false;
    }
  }

  #generic(node: t.Node): void {
    this.#text += `(${node.type}`;
    for (const [field, value] of Object.entries(node)) {
      if (
        IGNORED_FIELDS.has(field) ||
        (field === "optional" && !isChain(node)) ||
        value === null ||
        value === undefined ||
        value === false
      )
        continue;
      if (typeof value !== "object") this.#text += ` ${field}=${JSON.stringify(value)}`;
      else if (LOOP_BODIES.has(node.type) && field === "body") this.#block(value as t.Statement);
      else if (Array.isArray(value)) this.#list(field, value as (t.Node | null)[]);
      else this.#field(field, value as t.Node);
    }
    this.#text += ")";
  }

  #field(field: string, value: t.Node): void {
    if (typeof value.type !== "string" || isErased(value)) return;
    this.#text += ` ${field}:`;
    this.node(value);
  }

  #list(field: string, values: readonly (t.Node | null)[]): void {
    this.#text += ` ${field}[`;
    this.#nodes(values);
    this.#text += "]";
  }

  #nodes(values: readonly (t.Node | null)[]): void {
    for (const value of values) {
      // An elision changes positions: [, a] is not [a].
      if (value === null) this.#text += "_";
      else if (isThisParameter(value) || value.type === "EmptyStatement") continue;
      else this.node(value);
      this.#text += ",";
    }
  }

  /** `if (a) b` and `if (a) { b }` are one thing. */
  #block(statement: t.Statement): void {
    const body =
      statement.type === "BlockStatement" ? statement.body.filter(({ type }) => type !== "EmptyStatement") : [];
    const only = body.length === 1 ? body[0] : undefined;
    const inner = only !== undefined && SIMPLE_STATEMENTS.has(only.type) ? only : statement;
    this.#text += " ";
    this.node(inner);
  }

  #property(node: t.ObjectProperty): void {
    const key = keyToken(node);
    // Annex B.3.1: `__proto__: x` sets the prototype, the shorthand `__proto__` makes a property.
    const form = key === '"__proto__"' && node.shorthand ? "shorthand" : "property";
    this.#text += `(${form} ${key}`;
    if (node.computed) this.node(node.key);
    this.node(node.value);
    this.#text += ")";
  }

  /** A class keeps its name, since `constructor.name` shows it wherever an instance goes. */
  #class(node: t.Class): void {
    this.#text += `(class ${JSON.stringify(node.id?.name ?? this.#context.names.inferredName(node) ?? "")}`;
    if (node.id) this.#identifier(node.id, false);
    if (node.decorators) this.#list("decorators", node.decorators);
    if (node.superClass) this.#field("extends", node.superClass);
    this.#list("body", node.body.body);
    this.#text += ")";
  }

  #cutFunction(node: FunctionNode): void {
    const { vertex, captured } = this.#context.cut(node);
    this.#text += `(function${isMethod(node) ? this.#methodHead(node) : ""}`;
    if (isMethod(node) && node.computed) this.node(node.key);
    if ("decorators" in node && node.decorators) this.#list("decorators", node.decorators);
    if (node.type === "FunctionDeclaration" && node.id) this.#identifier(node.id, false);
    this.#text += ` ${this.#numbers.ref({ kind: "vertex", vertex })}[${captured.map((binding) => this.#numbers.local(binding)).join()}])`;
  }

  #methodHead(node: t.ObjectMethod | t.ClassMethod | t.ClassPrivateMethod): string {
    const isStatic = "static" in node && node.static ? " static" : "";
    return ` ${node.kind}${isStatic} ${keyToken(node)}`;
  }

  #call(node: t.CallExpression | t.OptionalCallExpression | t.ImportExpression): boolean {
    const loaded = this.#context.names.loadedModule(node);
    if (loaded !== undefined) {
      this.#text += `(load ${this.#numbers.ref({ kind: "module", import: loaded, member: undefined })})`;
      return true;
    }
    if (node.type === "ImportExpression") return false;
    this.#text += node.type === "OptionalCallExpression" && node.optional ? "(call?" : `(${node.type}`;
    this.#callee(node.callee);
    this.#list("arguments", node.arguments);
    this.#text += ")";
    return true;
  }

  /** A function that is only called does not show its name. */
  #callee(callee: t.Node): void {
    const node = unwrap(callee);
    this.#text += " ";
    if (node.type === "Identifier") this.#identifier(node, false);
    else if (node.type === "MemberExpression" && this.#member(node, false)) return;
    else this.node(node);
  }

  /** `ns.member` and `require("x").member` take one export instead of the whole module. */
  #member(node: t.MemberExpression | t.OptionalMemberExpression | t.JSXMemberExpression, named: boolean): boolean {
    const target = this.#context.names.memberTarget(node);
    if (target === undefined) return false;
    const ref: RefFacts =
      target.kind === "member" ? { ...target, named } : target.kind === "binding" ? { ...target, named } : target;
    this.#text += `(member ${this.#numbers.ref(ref)})`;
    return true;
  }

  /** `a.b` and `a["b"]` are one thing. */
  #plainMember(node: t.MemberExpression | t.OptionalMemberExpression | t.JSXMemberExpression): void {
    const isComputed = node.type !== "JSXMemberExpression" && node.computed && node.property.type !== "StringLiteral";
    const isOptional = node.type === "OptionalMemberExpression" && node.optional;
    this.#text += `(${node.type}${isComputed ? " computed" : ""}${isOptional ? " optional" : ""} `;
    this.node(node.object);
    this.#text += " ";
    this.node(node.property);
    this.#text += ")";
  }

  #labeled(node: t.LabeledStatement): void {
    this.#text += "(labeled";
    this.#labels.within(node.label.name, () => this.node(node.body));
    this.#text += ")";
  }

  #identifier(node: t.Identifier | t.JSXIdentifier, named: boolean): void {
    const { scopes, names } = this.#context;
    const binding = scopes.bindingOf(node);
    if (binding === undefined) {
      this.#text += scopes.isReference(node) ? this.#global(node.name) : `"${node.name}"`;
    } else if (binding.scope === scopes.module) {
      this.#text += this.#numbers.ref({ kind: "binding", name: binding.name, named });
    } else {
      const shown = named && names.holdsFunction(binding) ? JSON.stringify(binding.name) : "";
      this.#text += `$${this.#numbers.local(binding)}${shown}`;
    }
  }

  #global(name: string): string {
    const pseudo = this.#context.names.pseudoBinding(name);
    if (pseudo === undefined) this.#noticed.globals.add(name);
    return pseudo === undefined ? `#${name}` : this.#numbers.ref({ kind: "binding", name: pseudo, named: false });
  }
}
