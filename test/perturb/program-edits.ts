import type { Files } from "../digest/virtual-program.ts";
import type { Edit } from "./edit.ts";
import type { Graph } from "./graph.ts";
import { applySplices, insert, Source, type Splice } from "./source.ts";

/** Edits over several modules: files renamed and moved, functions moved, JSON changed, another order of loading. */
export function* programEdits(graph: Graph): Generator<Edit> {
  for (const file of Object.keys(graph.files)) {
    if (file.endsWith(".json")) yield* jsonEdits(graph, file);
    else {
      yield relocated(graph, file, "file-renamed", file.replace(/([^/]+?)(\.\w+)$/, "$1-zed$2"));
      yield relocated(graph, file, "file-moved", file.replace(/([^/]+)$/, "zed/deep/$1"));
      yield* functionsMoved(graph, file);
    }
  }
  const order = Object.keys(graph.files);
  yield { ...cosmeticEdit(graph, "order-of-loading", ""), order: order.toReversed() };
}

function* jsonEdits(graph: Graph, file: string): Generator<Edit> {
  const value: unknown = JSON.parse(graph.files[file] ?? "");
  const with_ = (text: string): Files => ({ ...graph.files, [file]: text });
  yield { ...cosmeticEdit(graph, "json-reprinted", file), files: with_(JSON.stringify(value, undefined, 7)) };
  yield { ...cosmeticEdit(graph, "json-changed", file), effect: "behaviour", files: with_(JSON.stringify([value])) };
}

function cosmeticEdit(graph: Graph, rule: string, file: string): Edit {
  return { rule, effect: "cosmetic", place: `${graph.name}/${file}`, files: graph.files, isMarkedOutside: false };
}

/** The file under another name, with all relative imports from and of it led right. */
function relocated(graph: Graph, file: string, rule: string, target: string): Edit {
  const moved = (name: string): string => (name === file ? target : name);
  const files = Object.entries(graph.files).map(([name, text]): [string, string] => {
    if (name.endsWith(".json")) return [name, text];
    const source = new Source(name, text);
    const splices = specifiers(source).flatMap(({ start, end, value }): Splice[] => {
      const imported = resolveIn(graph.files, name, value);
      if (imported === undefined || (name !== file && imported !== file)) return [];
      return [{ start, end, text: JSON.stringify(relative(moved(name), moved(imported))) }];
    });
    return [moved(name), applySplices(text, splices)];
  });
  return { ...cosmeticEdit(graph, rule, file), files: Object.fromEntries(files), renamed: new Map([[file, target]]) };
}

/** Functions that refer to nothing in their module go to one of their own, and are imported again. */
function* functionsMoved(graph: Graph, file: string): Generator<Edit> {
  const text = graph.files[file] ?? "";
  const source = new Source(file, text);
  const home = file.replace(/[^/]+?(\.\w+)$/, "zed-home$1");
  if (!source.isModule || !/\.(jsx?|tsx?|mjs)$/.test(file)) return;
  for (const path of source.paths("FunctionDeclaration")) {
    if (!path.isFunctionDeclaration() || !path.node.id || path.getPrevSibling().isTSDeclareFunction()) continue;
    const isExported = path.parentPath.isExportNamedDeclaration() && path.parentPath.parentPath.isProgram();
    const { name } = path.node.id;
    if (
      !(isExported || path.parentPath.isProgram()) ||
      graph.targets.some((target) => target.file === file && target.name === name)
    )
      continue;
    if (!isSelfContained(path, source)) continue;
    const statement = isExported ? path.parent : path.node;
    const imported = `import { ${name} } from ${JSON.stringify(relative(file, home))};\n${isExported ? `export { ${name} };\n` : ""}`;
    const rest = applySplices(text, [insert(0, imported), source.replace(statement, "")]);
    yield {
      ...cosmeticEdit(graph, "function-moved", `${file}#${name}`),
      files: { ...graph.files, [file]: rest, [home]: `export ${source.of(path.node)}\n` },
    };
  }
}

function isSelfContained(path: ReturnType<Source["paths"]>[number], source: Source): boolean {
  let result = true;
  path.traverse({
    Identifier: (inner) => {
      const binding = inner.scope.getBinding(inner.node.name);
      // Babel's scopes know no enums.
      const isEnum = source.paths("TSEnumDeclaration").length > 0 && /^[A-Z]/.test(inner.node.name);
      if (isEnum) result = false;
      if (binding?.scope === source.program.scope && binding.path.node !== path.node) result = false;
    },
  });
  return result;
}

interface Specifier {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

function specifiers(source: Source): Specifier[] {
  return source.paths("StringLiteral").flatMap(({ node, parent, listKey }) => {
    if (node.type !== "StringLiteral") return [];
    const isCall =
      parent.type === "CallExpression" &&
      listKey === "arguments" &&
      ["require", "import"].includes(source.of(parent.callee));
    const isSource =
      /^(Import|Export)(Named|All)?(Declaration|Expression)$/.test(parent.type) ||
      parent.type === "TSExternalModuleReference";
    return isCall || isSource ? [{ start: node.start ?? 0, end: node.end ?? 0, value: node.value }] : [];
  });
}

/** As Node and tsx would: with the extension that is there. */
export function resolveIn(files: Files, importer: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const path = new URL(specifier, `file:///${importer}`).pathname.slice(1);
  const candidates = [
    path,
    ...[".ts", ".js", ".cjs", ".json", "/index.ts", "/index.js"].map((ending) => path + ending),
    path.replace(/\.js$/, ".ts"),
    path.replace(/\.js$/, ".tsx"),
  ];
  return candidates.find((candidate) => Object.hasOwn(files, candidate.replace(/\/\//g, "/")))?.replace(/\/\//g, "/");
}

function relative(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  return `./${"../".repeat(here.length)}${to}`;
}
