import { parsePatterns } from "../../loader/select/patterns.ts";
import { suggestPattern } from "../../loader/select/unmatched.ts";
import { AstrocacheError } from "../../runtime/errors.ts";
import type { Project } from "../../runtime/config/root.ts";
import type { Result } from "../command.ts";
import { inspectDeclined, inspectTargets } from "./inspection.ts";
import { declineText, targetText } from "./inspection-text.ts";
import type { StaticProgram } from "./static-program.ts";

/** Why functions that one pattern names are not picked; those that are picked are shown as such. */
export function whyNot(program: StaticProgram, asked: string, { root, name: project }: Project): Result {
  const [pattern] = parsePatterns(asked);
  if (pattern?.literal !== true) {
    throw new AstrocacheError("USAGE", `--why-not=${asked} names no single function`, {
      remedy: "Write --why-not=src/a.ts#name.",
    });
  }
  const id = `${project}:${asked.replace(/^(?:\.\/)+/, "")}`;
  const picked = inspectTargets(program, root).filter((target) => target.id === id);
  const declined = inspectDeclined(program, project).filter((one) => one.id === id);
  const module = program.modules.find(({ file }) => pattern.matchesFile(file));
  const exists = module?.facts.functions.some((fn) => pattern.matchesFunction(fn)) === true;
  const suggestion = module === undefined ? undefined : suggestPattern(pattern, module.facts.functions);
  const answer = picked.length > 0 ? "picked" : declined.length > 0 ? "declined" : exists ? "not-picked" : "not-found";
  return {
    data: { version: 1, id, answer, picked, declined, suggestion: exists ? null : (suggestion ?? null) },
    text: (paint) => {
      if (answer === "picked") return ["It is picked:", ...picked.map((one) => targetText(one, paint))].join("\n");
      if (answer === "declined") return declined.map((one) => declineText(one, paint)).join("\n");
      if (answer === "not-picked")
        return `No tag stands before it, and no pattern picks it. Run with ASTROCACHE='${asked}', or put // @astrocache before it.`;
      const meant = suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
      return `There is no such function.${meant}`;
    },
    exitCode: answer === "not-found" ? 1 : 0,
  };
}
