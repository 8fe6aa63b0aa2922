import type { NodePath } from "@babel/core";
import type { Source, Splice } from "../source.ts";
import { cosmetic, type Rule } from "./rule.ts";

type Binding = NonNullable<ReturnType<NodePath["scope"]["getBinding"]>>;

/** Names that nobody outside can see. Babel's scopes find what to rename, not those of the analysis. */
export const nameRules: readonly Rule[] = [
  cosmetic("local-renamed", "VariableDeclarator", (path, source) =>
    path.isVariableDeclarator() &&
    path.node.id.type === "Identifier" &&
    path.getFunctionParent() !== null &&
    !isCode(path.node.init?.type)
      ? rename(path, path.node.id.name, source)
      : undefined,
  ),
  cosmetic("module-constant-renamed", "VariableDeclarator", (path, source) =>
    path.isVariableDeclarator() &&
    path.node.id.type === "Identifier" &&
    path.parentPath.parentPath?.isProgram() &&
    !isCode(path.node.init?.type)
      ? rename(path, path.node.id.name, source)
      : undefined,
  ),
  cosmetic(
    "parameter-renamed",
    "FunctionDeclaration ArrowFunctionExpression ClassMethod FunctionExpression",
    (path, source) => {
      const first = path.isFunction() ? path.node.params.find(({ type }) => type === "Identifier") : undefined;
      return first?.type === "Identifier" && first.name !== "this" ? rename(path, first.name, source) : undefined;
    },
  ),
  cosmetic("caught-renamed", "CatchClause", (path, source) =>
    path.isCatchClause() && path.node.param?.type === "Identifier"
      ? rename(path, path.node.param.name, source)
      : undefined,
  ),
  cosmetic("helper-renamed", "FunctionDeclaration", (path, source) => {
    if (!path.isFunctionDeclaration() || !path.node.id || path.parentPath.isExportDeclaration()) return undefined;
    const binding = path.parentPath.scope.getBinding(path.node.id.name);
    // Elsewhere than as a callee its name can be seen.
    return binding?.referencePaths.every(({ key, parent }) => key === "callee" && parent.type === "CallExpression") ===
      true
      ? renameBinding(binding, source)
      : undefined;
  }),
  cosmetic("import-renamed", "ImportSpecifier ImportDefaultSpecifier ImportNamespaceSpecifier", (path, source) => {
    const { node } = path;
    if (
      !("local" in node) ||
      typeof node.local !== "object" ||
      node.local.type !== "Identifier" ||
      ("importKind" in node && node.importKind === "type")
    )
      return undefined;
    // JSX calls it by its name.
    if (/^(h|React|Fragment)$/.test(node.local.name) && source.file.endsWith("x")) return undefined;
    return rename(path, node.local.name, source);
  }),
  cosmetic("label-renamed", "LabeledStatement", (path, source) => {
    if (!path.isLabeledStatement()) return undefined;
    const { name } = path.node.label;
    const splices: Splice[] = [source.replace(path.node.label, `${name}Zed`)];
    path.traverse({
      enter: ({ node }) => {
        if ((node.type === "BreakStatement" || node.type === "ContinueStatement") && node.label?.name === name)
          splices.push(source.replace(node.label, `${name}Zed`));
      },
    });
    return splices;
  }),
];

function isCode(type: string | undefined): boolean {
  return type === undefined || /Function|Class/.test(type);
}

function rename(path: NodePath, name: string, source: Source): readonly Splice[] | undefined {
  const binding = path.scope.getBinding(name);
  return binding && renameBinding(binding, source);
}

function renameBinding(binding: Binding, source: Source): readonly Splice[] | undefined {
  const { name } = binding.identifier;
  // An exported name is no local one; of `var` that is declared twice Babel tells one place only.
  if (source.text.match(new RegExp(`export[^;]*\\b${name.replaceAll("$", "\\$")}\\b`)) || isRedeclared(binding))
    return undefined;
  const fresh = `${name}Zed`;
  const places = new Map([
    [binding.identifier.start ?? 0, binding.identifier as { start?: number | null; name: string }],
  ]);
  for (const { node } of binding.referencePaths)
    if ("name" in node && node.name === name)
      places.set(node.start ?? 0, node as { start?: number | null; name: string });
  for (const violation of binding.constantViolations)
    for (const id of Object.values(violation.getBindingIdentifiers()))
      if (id.name === name) places.set(id.start ?? 0, id);
  return [...places.keys()].map((start) => renamed(start, name, fresh, source));
}

/** `{ a }` becomes `{ a: b }`, `import { a }` becomes `import { a as b }`. */
function renamed(start: number, name: string, fresh: string, source: Source): Splice {
  const end = start + name.length;
  const shorthand = source
    .paths("ObjectProperty")
    .some(({ node }) => node.type === "ObjectProperty" && node.shorthand && node.start === start);
  const imported = source
    .paths("ImportSpecifier")
    .some(({ node }) => node.type === "ImportSpecifier" && node.start === start && node.end === end);
  return { start, end, text: shorthand ? `${name}: ${fresh}` : imported ? `${name} as ${fresh}` : fresh };
}

function isRedeclared(binding: Binding): boolean {
  return binding.constantViolations.some((violation) => violation.isVariableDeclarator() || violation.isDeclaration());
}
