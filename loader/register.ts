import { requireOwn } from "../runtime/own/files.ts";
import type * as Begin from "./begin.ts";
import { isToolThread } from "./hooks/thread-kind.ts";

const INSTALLED = Symbol.for("astrocache.installed");

if (process.env["ASTROCACHE_MODE"] !== "off" && !Reflect.has(globalThis, INSTALLED) && !isToolThread()) {
  Reflect.defineProperty(globalThis, INSTALLED, { value: true });
  const { begin } = requireOwn("loader/begin.js") as typeof Begin;
  await begin();
}
