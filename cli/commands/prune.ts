import { existsSync } from "node:fs";
import { DURATION_FORM, parseDuration } from "../../runtime/config/duration.ts";
import { readSize, SIZE_FORM } from "../../runtime/config/size.ts";
import { AstrocacheError } from "../../runtime/errors.ts";
import { printable } from "../../runtime/report/humanize.ts";
import { pruneFolder } from "../../runtime/stores/files/prune.ts";
import { DEFAULT_ROOM } from "../../runtime/stores/files/pruner.ts";
import type { Command } from "../command.ts";
import { humanBytes } from "../sizes.ts";

export const command: Command = {
  usage: "[--max-size <size>] [--max-age <duration>]",
  description:
    "Removes from the file store, for all projects, what has expired, what nobody has used for long, and the least recently used of what is " +
    "too much. Runs do the same about once an hour, in the background. Without options, the settings count.",
  options: {
    "max-size": {
      type: "string",
      value: "size",
      description: "What may stay: 500MB; default: ASTROCACHE_MAX_SIZE, 5GB.",
    },
    "max-age": {
      type: "string",
      value: "duration",
      description: "How long unused: 30d; default: ASTROCACHE_MAX_AGE, 90d.",
    },
  },
  examples: [
    { line: "prune", what: "what the next run would remove" },
    { line: "prune --max-size 500MB --max-age 7d", what: "make more room" },
  ],
  async run(args, place) {
    const folder = await place.folder();
    const { maxSize, maxAge } = await place.settings();
    const size = read("max-size", args.text("max-size"), readSize, SIZE_FORM);
    const age = read("max-age", args.text("max-age"), parseDuration, DURATION_FORM);
    const room = {
      maxBytes: size ?? maxSize ?? DEFAULT_ROOM.maxBytes,
      maxAgeMs: age ?? maxAge ?? DEFAULT_ROOM.maxAgeMs,
    };
    const none = { removed: 0, freed: 0, kept: 0, held: 0 };
    const pruned = existsSync(folder)
      ? pruneFolder(folder, room, place.now, (seen) => place.progress(`looking at ${seen} entries`))
      : none;
    const { removed, freed, kept, held } = pruned;
    return {
      data: { version: 1, folder, ...pruned },
      text: () =>
        `${removed === 1 ? "1 entry" : `${removed} entries`} removed, ${humanBytes(freed)}; ${kept} kept, ${humanBytes(held)}, in ${printable(folder)}`,
    };
  },
};

function read<T>(
  name: string,
  text: string | undefined,
  parse: (text: string) => T | undefined,
  form: string,
): T | undefined {
  if (text === undefined) return undefined;
  const value = parse(text);
  if (value === undefined)
    throw new AstrocacheError("USAGE", `--${name}=${text} is not valid`, { remedy: `Allowed: ${form}.` });
  return value;
}
