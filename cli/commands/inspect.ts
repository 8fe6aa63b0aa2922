import { unmatchedText } from "../../loader/select/unmatched.ts";
import { codeFrame } from "../code-frame.ts";
import type { Command, Result } from "../command.ts";
import { inspectDeclined, inspectTargets, type InspectedDecline, type InspectedTarget } from "../inspect/inspection.ts";
import { declineText, targetText } from "../inspect/inspection-text.ts";
import { entryOption, openProgram } from "../inspect/open.ts";
import type { StaticProgram } from "../inspect/static-program.ts";
import type { Paint } from "../paint.ts";
import { whyNot } from "../inspect/why-not.ts";

export const command: Command = {
  usage: "[pattern…] [--entry <files>] [--why-not <file#function>]",
  description:
    "Lists every function that patterns and tags pick, with what is in its key, and every one that is declined, with the reason. Nothing is " +
    "run. Without patterns, those of ASTROCACHE or of the config file count. Folders that tools make (dist, build, out, coverage) are " +
    "looked into where a pattern names them. " +
    "A program begins with a file that no other file imports, unless --entry names it: what one program changes of globals does not count in another.",
  options: {
    "entry": entryOption,
    "why-not": { type: "string", value: "file#function", description: "Say why a function is not picked." },
  },
  words: { min: 0, max: Infinity },
  examples: [
    { line: "inspect", what: "what a run with these settings would cache" },
    { line: "inspect 'src/api/**#fetch*'", what: "what a pattern would pick" },
    { line: "inspect --why-not src/a.ts#now", what: "why a function is left alone" },
  ],
  async run(args, place) {
    const { root, name } = place.project;
    const asked = args.text("why-not");
    const program = await openProgram(place, {
      patterns: args.words,
      alsoLookInto: asked,
      entries: args.text("entry"),
    });
    if (asked !== undefined) return whyNot(program, asked, place.project);
    return listing({ root, program, targets: inspectTargets(program, root), declined: inspectDeclined(program, name) });
  },
};

interface Listing {
  readonly root: string;
  readonly program: StaticProgram;
  readonly targets: readonly InspectedTarget[];
  readonly declined: readonly InspectedDecline[];
}

function listing({ root, program, targets, declined }: Listing): Result {
  const { errors, unparsable } = program;
  const unmatched = program.modules.flatMap(({ selection }) => selection.unmatched);
  const problems = errors.map(({ code, message, location }) => ({ code, message, location: location ?? null }));
  return {
    data: { version: 1, targets, declined, unmatched, unparsable, errors: problems },
    text: (paint) => {
      const blocks = [
        ...targets.map((target) => targetText(target, paint)),
        ...declined.map((one) => declineText(one, paint)),
        ...unparsable.map(({ file, line, detail }) =>
          paint("yellow", `${file}:${line ?? 1}: cannot be parsed: ${detail ?? "unreadable"}`),
        ),
        ...unmatched.map((one) => paint("yellow", unmatchedText(one))),
        ...errors.map((error) =>
          [paint("red", error.message), ...(error.location === undefined ? [] : codeFrame(root, error.location))].join(
            "\n",
          ),
        ),
      ];
      return blocks.length === 0 ? nothing(paint) : blocks.join("\n");
    },
    exitCode: errors.length + unmatched.length > 0 ? 1 : 0,
  };
}

function nothing(paint: Paint): string {
  return `Nothing is picked. ${paint("dim", "Put // @astrocache before a function, or name some: astrocache inspect 'src/**'")}`;
}
