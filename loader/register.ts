import { installHooks } from "./hooks/install.ts";

const INSTALLED = Symbol.for("astrocache.installed");

if (process.env["ASTROCACHE_MODE"] !== "off" && !Reflect.has(globalThis, INSTALLED)) {
  Reflect.defineProperty(globalThis, INSTALLED, { value: true });
  const { start } = await import("./session/start.ts");
  await start(installHooks);
}
