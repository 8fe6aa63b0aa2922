import type { FunctionFacts } from "../analysis/functions/function-facts.ts";

/**
 * Matches qualified names (`price`, `Cart.total`, `outer.inner`) against the part of a pattern behind `#`:
 * `*` and `?` stay within one name, `**` crosses dots, `{a,b}` is either. `**` alone is every function, without a name too.
 *
 * @throws Error for what is no such glob, with a sentence about it.
 */
export function nameMatcher(glob: string): (fn: Pick<FunctionFacts, "name">) => boolean {
  if (glob === "**") return () => true;
  const regex = new RegExp(`^(?:${translate(glob)})$`, "u");
  return ({ name }) => name !== undefined && regex.test(name);
}

/** Whether the glob takes whatever comes, so that its author named no function. */
export function isSweeping(glob: string): boolean {
  return /^\*+$/.test(glob);
}

/** Whether the glob can match one name only. */
export function isLiteralName(glob: string): boolean {
  return !/[*?{}]/.test(glob);
}

function translate(glob: string): string {
  let open = false;
  const source = glob.replace(/\*\*+\.|\*\*+|[*?{},]|[^*?{},]+/g, (token) => {
    if (token === "{" || token === "}") {
      if (open === (token === "{")) throw new Error(`"${token}" does not fit`);
      open = token === "{";
      return open ? "(?:" : ")";
    }
    if (token === ",") return open ? "|" : ",";
    if (token === "*") return "[^.]*";
    if (token === "?") return "[^.]";
    if (token.startsWith("**")) return token.endsWith(".") ? String.raw`(?:.*\.)?` : ".*";
    return token.replace(/[\\^$.|+()[\]/-]/g, String.raw`\$&`);
  });
  if (open) throw new Error('"{" is not closed');
  return source;
}
