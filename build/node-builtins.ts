import type { Plugin } from "rollup";

const IMPORT = /^import (.+) from "(node:[\w/]+)";$/gm;

/**
 * Has modules of Node taken by `process.getBuiltinModule`. An import has Node make a module of each, with all that it exports: for
 * `node:fs` that is 2 ms (Node 24), since it loads `fs.promises` for it. As with an import, what is patched later is not seen.
 */
export function nodeBuiltins(): Plugin {
  return {
    name: "node-builtins",
    // On the same lines, so that the source map stays as it is.
    transform: (code) => ({
      code: code.replace(IMPORT, (_, clause: string, name: string) => taken(clause, name)),
      map: null,
    }),
  };
}

/** `fs`, `* as fs`, `{ a, b as c }`, or the first and the last with a comma between. */
function taken(clause: string, name: string): string {
  const [, whole = "", names = ""] = /^(?:\* as )?(\w*)(?:, )?(\{.*\})?$/.exec(clause) ?? [];
  const module = `process.getBuiltinModule("${name}")`;
  if (whole === "" && names === "") throw new Error(`cannot take ${name}: import ${clause}`);
  const declared = [whole, names.replaceAll(" as ", ": ")].filter((part) => part !== "");
  return declared.map((part) => `const ${part} = ${module};`).join(" ");
}
