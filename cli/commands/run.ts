import { spawn } from "node:child_process";
import { constants } from "node:os";
import { AstrocacheError } from "../../runtime/errors.ts";
import { ownFile } from "../../runtime/own/files.ts";
import type { Arguments, Command } from "../command.ts";

export const command: Command = {
  usage: "[options] [--] <program> [arguments…]",
  description:
    "Runs `node --import astrocache/register <program>` with the settings that the options name. What comes behind the program's name is " +
    "the program's; behind -- there may be options of Node before it. Exits as the program does.",
  options: {
    "pattern": { type: "string", value: "patterns", description: "What to cache; ASTROCACHE." },
    "mode": {
      type: "string",
      value: "mode",
      description: "on, off, refresh, readonly, verify, verify=0.1 or bypass; ASTROCACHE_MODE.",
    },
    "verify-exit": { type: "string", value: "code", description: "Exit code where verifying finds a difference." },
    "refresh": { type: "boolean", description: "Run every call and store it anew; ASTROCACHE_REFRESH=1." },
    "strict": { type: "boolean", description: "Refuse what cannot be tracked; ASTROCACHE_STRICT=1." },
    "store": { type: "string", value: "stores", description: "Where to keep entries; ASTROCACHE_STORE." },
    "dir": { type: "string", value: "folder", description: "Folder of the file store; ASTROCACHE_DIR." },
    "ttl": { type: "string", value: "duration", description: "How long entries count; ASTROCACHE_TTL." },
    "report": {
      type: "string",
      value: "form",
      description: "off, summary, or the path of a .json or .html file; ASTROCACHE_REPORT.",
    },
  },
  words: { min: 0, max: 0 },
  startsProgram: true,
  examples: [
    { line: "run --pattern 'src/**#fetch*' app.ts", what: "cache some functions of a program" },
    { line: "run --refresh app.ts --verbose", what: "run everything again; --verbose is the program's" },
    { line: "run --mode readonly -- --inspect app.ts", what: "with an option of Node" },
    { line: "run --mode verify=0.1 --verify-exit 3 app.ts", what: "run one hit of ten, and fail where one differs" },
  ],
  async run(args, { env, cwd }) {
    if (args.rest.length === 0)
      throw new AstrocacheError("USAGE", "run needs a program", { remedy: "Write astrocache run app.ts." });
    const exitCode = await start(args.rest, { ...env, ...settings(args) }, cwd);
    return { data: { version: 1, exitCode }, text: () => "", exitCode };
  },
};

function settings(args: Arguments): Record<string, string> {
  const found: Record<string, string> = {};
  const names = {
    "pattern": "ASTROCACHE",
    "mode": "ASTROCACHE_MODE",
    "verify-exit": "ASTROCACHE_VERIFY_EXIT",
    "store": "ASTROCACHE_STORE",
    "dir": "ASTROCACHE_DIR",
    "ttl": "ASTROCACHE_TTL",
    "report": "ASTROCACHE_REPORT",
  };
  for (const [option, name] of Object.entries(names)) {
    const text = args.text(option);
    if (text !== undefined) found[name] = text;
  }
  for (const option of ["refresh", "strict"]) if (args.flag(option)) found[`ASTROCACHE_${option.toUpperCase()}`] = "1";
  return found;
}

/** The child is in our process group: the terminal's signals reach it by themselves, others are passed on. */
function start(words: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Promise<number> {
  const register = ownFile("loader/register.js").href;
  const child = spawn(process.execPath, ["--import", register, ...words], { stdio: "inherit", env, cwd });
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  const wait = (): void => undefined;
  process.on("SIGTERM", passOn).on("SIGHUP", passOn).on("SIGINT", wait);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("SIGTERM", passOn).off("SIGHUP", passOn).off("SIGINT", wait);
      // As a shell tells it.
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
