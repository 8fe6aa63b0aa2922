import { AstrocacheError } from "../runtime/errors.ts";
import { installHooks } from "./hooks/install.ts";
import { start } from "./session/start.ts";

/** What `--import astrocache/register` does, once in each thread. */
export async function begin(): Promise<void> {
  await start(installHooks).catch(refuse);
}

/** A wrong setting ends the program before it begins, with what is wrong and nothing else. */
function refuse(error: unknown): never {
  if (!(error instanceof AstrocacheError)) throw error;
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
}
