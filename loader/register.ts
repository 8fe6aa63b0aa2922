import { installHooks } from "./hooks/install.ts";
import { createSession } from "./session.ts";

const INSTALLED = Symbol.for("astrocache.installed");

if (process.env["ASTROCACHE_MODE"] !== "off" && !Reflect.has(globalThis, INSTALLED)) {
  Reflect.defineProperty(globalThis, INSTALLED, { value: true });
  installHooks({ listener: createSession(undefined, () => {}) });
}
