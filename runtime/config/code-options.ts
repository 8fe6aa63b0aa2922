import { AstrocacheError } from "../errors.ts";
import { optionTable } from "./option-table.ts";
import { rename } from "./suggest.ts";
import { isOption } from "./tag-options.ts";
import { NO_OPTIONS, type TargetOptions } from "./target-options.ts";

/**
 * Options as a program gives them to `cache`.
 *
 * @throws AstrocacheError `INVALID_OPTION`
 */
export function readOptions(given: object): TargetOptions {
  const options: Record<string, unknown> = { ...NO_OPTIONS };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!isOption(name))
      throw invalid(`unknown option ${JSON.stringify(name)}`, rename(name, Object.keys(optionTable)));
    const { form, read } = optionTable[name];
    const result = read(value);
    if (result === undefined) throw invalid(`${name} is not valid`, `Allowed: ${form}.`);
    options[name] = result;
  }
  return options as unknown as TargetOptions;
}

function invalid(what: string, remedy: string): AstrocacheError {
  return new AstrocacheError("INVALID_OPTION", `cache: ${what}`, { remedy });
}
