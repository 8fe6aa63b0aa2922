import { installHooks } from "../../../loader/hooks/install.ts";
import { isToolThread } from "../../../loader/hooks/thread-kind.ts";
import { createSession, logTo } from "./session.ts";

/** What `astrocache/register` does, with a listener that logs to `AC_TEST_LOG`. */
if (!isToolThread()) install();

function install(): void {
  const settings = process.env["AC_TEST_LOG"] ?? "";
  const log = logTo(settings);
  const receive = (record: unknown): void => log({ type: "received", record });
  const hooks = installHooks({
    listener: createSession(settings, receive),
    session: { url: new URL("./session.js", import.meta.url).href },
    settings,
    receive,
  });
  Reflect.set(globalThis, Symbol.for("test.drain"), () => hooks.drain());
}
