import { AstrocacheError } from "../runtime/errors.ts";
import { installHooks } from "./hooks/install.ts";
import { isToolThread } from "./hooks/thread-kind.ts";
import { start } from "./session/start.ts";

const INSTALLED = Symbol.for("astrocache.installed");

if (process.env["ASTROCACHE_MODE"] !== "off" && !Reflect.has(globalThis, INSTALLED) && !isToolThread()) {
  Reflect.defineProperty(globalThis, INSTALLED, { value: true });
  await start(installHooks).catch(refuse);
}

/** A wrong setting ends the program before it begins, with what is wrong and nothing else. */
function refuse(error: unknown): never {
  if (!(error instanceof AstrocacheError)) throw error;
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
}
