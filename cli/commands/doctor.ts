import { printable } from "../../runtime/report/humanize.ts";
import { checkFolder, checkStore } from "../checks/folder-check.ts";
import { checkNode, checkNodeOptions } from "../checks/node-check.ts";
import { checkProject, checkSettings } from "../checks/settings-check.ts";
import type { Check } from "../checks/check.ts";
import type { Command } from "../command.ts";
import type { Paint, Style } from "../paint.ts";

const marks: Readonly<Record<Check["status"], readonly [mark: string, style: Style]>> = {
  ok: ["✓", "green"],
  note: ["·", "cyan"],
  problem: ["✗", "red"],
};

export const command: Command = {
  usage: "",
  description:
    "Checks Node, the way modules are hooked, the project, the settings in force and where each comes from, and whether the store can be " +
    "written and read. Exits with 1 where something is wrong.",
  options: {},
  examples: [
    { line: "doctor", what: "is everything in order here?" },
    { line: "doctor --json", what: "for programs, and for reports of defects" },
  ],
  async run(_args, place) {
    const settings = await checkSettings(place);
    const isReadable = settings.every(({ status }) => status !== "problem");
    const store = isReadable ? [checkFolder(await place.folder()), checkStore(await place.folder(), place.now)] : [];
    const checks = [checkNode(), checkNodeOptions(place.env), checkProject(place), ...settings, ...store];
    const problems = checks.filter(({ status }) => status === "problem").length;
    return {
      data: { version: 1, problems, checks },
      text: (paint) => checks.map((check) => line(check, paint)).join("\n"),
      exitCode: problems === 0 ? 0 : 1,
    };
  },
};

function line({ name, status, detail, remedy }: Check, paint: Paint): string {
  const [mark, style] = marks[status];
  const first = `${paint(style, mark)} ${name}: ${printable(detail)}`;
  return remedy === undefined ? first : `${first}\n    ${printable(remedy)}`;
}
