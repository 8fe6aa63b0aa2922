import { styleText } from "node:util";

export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";
export type Paint = (style: Style, text: string) => string;

/** `FORCE_COLOR` decides, then `NO_COLOR` (no-color.org), as in Node itself; else whether it is a terminal. */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Paint {
  // Without the option, later versions of Node look at stdout and the environment themselves.
  return hasColor(stream, env)
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_style, text) => text;
}

function hasColor(stream: { readonly isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>): boolean {
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  const refused = env["NO_COLOR"];
  if (refused !== undefined && refused !== "") return false;
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
