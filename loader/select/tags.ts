import { rename } from "../../runtime/config/suggest.ts";
import { parseTagOptions } from "../../runtime/config/tag-options.ts";
import type { PartialOptions } from "../../runtime/config/target-options.ts";
import { AstrocacheError, type SourceLocation } from "../../runtime/errors.ts";
import type { ModuleFacts } from "../analysis/facts.ts";
import type { FunctionFacts } from "../analysis/functions/function-facts.ts";
import type { TagFacts } from "../analysis/functions/tag-facts.ts";

const MARK = "@astrocache";

/**
 * The options of each tagged function, by its index.
 *
 * @throws AstrocacheError `INVALID_TAG` or `MISPLACED_TAG`, at the place in the source.
 */
export function readTags(
  { functions, tags }: Pick<ModuleFacts, "functions" | "tags">,
  file: string,
  sourceLine?: (line: number) => string | undefined,
): ReadonlyMap<number, PartialOptions> {
  const options = new Map<number, PartialOptions>();
  for (const tag of tags) {
    const at: SourceLocation = { file, line: tag.line, column: tag.column };
    const fn = tag.function === undefined ? undefined : functions[tag.function];
    if (fn === undefined) {
      const remedy =
        "Put it right before a function, the statement that holds it, or a member of a class or an object.";
      throw new AstrocacheError("MISPLACED_TAG", "the tag belongs to no function", { remedy, location: at });
    }
    if (options.has(fn.index)) {
      const what = `the function ${fn.name ?? `on line ${fn.line}`} has a second tag`;
      throw new AstrocacheError("INVALID_TAG", what, { remedy: "Write one tag with all options.", location: at });
    }
    const start = { ...at, column: textColumn(tag, sourceLine) };
    const parsed = parseTagOptions(tag.text, start);
    refuseUnknownInputs(parsed, fn, tag, start);
    options.set(fn.index, parsed);
  }
  return options;
}

/** `ignore=loger` would leave the logger in the key without a word. */
function refuseUnknownInputs(
  { ignore }: PartialOptions,
  fn: FunctionFacts,
  tag: TagFacts,
  start: SourceLocation,
): void {
  const inputs = [...fn.parameters, ...fn.captures, ...(fn.usesThis ? ["this"] : [])];
  for (const path of ignore ?? []) {
    const [input = path] = path.split(".", 1);
    if (inputs.includes(input) || (input === "arguments" && fn.usesArguments)) continue;
    const offset = tag.text.search(new RegExp(String.raw`(?<=[=,"'])${input.replace(/\$/g, String.raw`\$`)}(?![\w$])`));
    const remedy = inputs.length === 0 ? "The function has none." : rename(input, inputs);
    const location = { ...start, column: start.column + Math.max(0, offset) };
    throw new AstrocacheError("INVALID_TAG", `ignore=${path} names no input of ${fn.name ?? "the function"}`, {
      remedy,
      location,
    });
  }
}

/** Facts keep the text of a tag trimmed; the source line says how many spaces stood before it. */
function textColumn(tag: TagFacts, sourceLine?: (line: number) => string | undefined): number {
  const behind = tag.column + MARK.length;
  const found = tag.text === "" ? -1 : (sourceLine?.(tag.line)?.indexOf(tag.text, behind - 1) ?? -1);
  return found < 0 ? behind + 1 : found + 1;
}
