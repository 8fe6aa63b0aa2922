import { insert } from "../source.ts";
import { cosmetic, type Rule } from "./rule.ts";

/** Types in every form. They apply to TypeScript alone. */
export const typeRules: readonly Rule[] = [
  cosmetic("type-annotation-removed", "TSTypeAnnotation", (path) =>
    path.parentPath?.isIdentifier() &&
    (path.parentPath.parentPath?.isFunction() || path.parentPath.parentPath?.isVariableDeclarator())
      ? ""
      : undefined,
  ),
  cosmetic("type-annotation-changed", "TSTypeAnnotation", (path) =>
    path.parentPath?.isTSTypePredicate() || path.parentPath?.isTSFunctionType()
      ? undefined
      : path.parentPath?.isIdentifier()
        ? ": unknown"
        : undefined,
  ),
  cosmetic("type-annotation-added", "VariableDeclarator", (path) =>
    path.isVariableDeclarator() && path.node.id.type === "Identifier" && !path.node.id.typeAnnotation && path.node.init
      ? insert(path.node.id.end, ": any")
      : undefined,
  ),
  cosmetic("parameter-type-added", "FunctionDeclaration", (path) => {
    const [first] = path.isFunctionDeclaration() ? path.node.params : [];
    return first?.type === "Identifier" && !first.typeAnnotation ? insert(first.end, ": any") : undefined;
  }),
  cosmetic("return-type-changed", "FunctionDeclaration ClassMethod", (path, source) => {
    const { node } = path;
    const type = (node.type === "FunctionDeclaration" || node.type === "ClassMethod") && node.returnType;
    return type && type.type === "TSTypeAnnotation" && type.typeAnnotation.type !== "TSTypePredicate"
      ? source.replace(type, ": any")
      : undefined;
  }),
  cosmetic("as-added", "NumericLiteral StringLiteral CallExpression", (path, source) => {
    const { parent } = path;
    const isValue = parent.type === "ReturnStatement" || (parent.type === "VariableDeclarator" && path.key === "init");
    return isValue && source.of(path.node).match(/^(require|import)/) === null
      ? `(${source.of(path.node)} as any)`
      : undefined;
  }),
  cosmetic("as-removed", "TSAsExpression TSSatisfiesExpression TSNonNullExpression", (path, source) => {
    const { node } = path;
    return node.type === "TSAsExpression" ||
      node.type === "TSSatisfiesExpression" ||
      node.type === "TSNonNullExpression"
      ? `(${source.of(node.expression)})`
      : undefined;
  }),
  cosmetic("satisfies-added", "ObjectExpression ArrayExpression", (path) =>
    path.parentPath?.isVariableDeclarator() ? insert(path.node.end, " satisfies unknown") : undefined,
  ),
  cosmetic("non-null-added", "MemberExpression", (path) =>
    path.isMemberExpression() && path.node.object.type === "Identifier" && !path.node.optional
      ? insert(path.node.object.end, "!")
      : undefined,
  ),
  cosmetic("type-added", "Program", (_path, source) =>
    insert(source.text.length, "\ntype Zed = { z: string };\ninterface Yet extends Zed { y: number }\n"),
  ),
  cosmetic("exported-type-added", "Program", (_path, source) =>
    source.isModule ? insert(source.text.length, "\nexport type Zed = 1 | 2;\n") : undefined,
  ),
  cosmetic("type-removed", "TSInterfaceDeclaration TSTypeAliasDeclaration", (path) =>
    path.parentPath?.isProgram() ? "" : undefined,
  ),
  cosmetic("declare-added", "Program", (_path, source) =>
    insert(source.text.length, "\ndeclare const zed: string;\ndeclare function yet(): void;\n"),
  ),
  cosmetic("overload-added", "FunctionDeclaration", (path) =>
    path.isFunctionDeclaration() &&
    path.node.id &&
    path.parentPath.isProgram() &&
    !path.getPrevSibling().isTSDeclareFunction()
      ? insert(path.node.start, `function ${path.node.id.name}(...rest: any[]): any;\n`)
      : undefined,
  ),
  cosmetic("type-parameter-added", "FunctionDeclaration", (path) =>
    path.isFunctionDeclaration() && path.node.id && !path.node.typeParameters
      ? insert(path.node.id.end, "<Zed>")
      : undefined,
  ),
  cosmetic("accessibility-added", "ClassMethod", (path) =>
    path.isClassMethod() && !path.node.accessibility && !path.node.decorators?.length
      ? insert(path.node.start, "public ")
      : undefined,
  ),
  cosmetic("readonly-added", "ClassProperty", (path) =>
    path.isClassProperty() && !path.node.readonly && path.node.key.type === "Identifier" && !path.node.declare
      ? insert(path.node.key.start, "readonly ")
      : undefined,
  ),
  cosmetic("implements-added", "ClassDeclaration", (path) =>
    path.isClassDeclaration() && !path.node.implements?.length
      ? insert(path.node.body.start ?? 0, "implements Zed ")
      : undefined,
  ),
  cosmetic("type-import-added", "Program", (_path, source) =>
    source.isModule ? insert(0, 'import type { Zed } from "./zed.ts";\n') : undefined,
  ),
  cosmetic("call-type-arguments", "CallExpression", (path) =>
    path.isCallExpression() &&
    path.node.callee.type === "Identifier" &&
    path.node.callee.name !== "require" &&
    !path.node.typeParameters
      ? insert(path.node.callee.end, "<any>")
      : undefined,
  ),
].map(
  (rule) =>
    ({
      ...rule,
      edit: (path, source) =>
        source.isTypeScript && (!source.file.endsWith("x") || !rule.name.includes("parameter-added"))
          ? rule.edit(path, source)
          : undefined,
    }) satisfies Rule,
);
