import type { Environment } from "../../runtime/config/settings.ts";
import { HAS_SYNC_HOOKS, IS_SUPPORTED_NODE, OLDEST_NODE } from "../../runtime/node-facts.ts";
import type { Check } from "./check.ts";

export function checkNode(): Check {
  const detail = `${process.versions.node} on ${process.platform} ${process.arch}`;
  if (!IS_SUPPORTED_NODE)
    return { name: "Node", status: "problem", detail, remedy: `Install Node ${OLDEST_NODE} or later.` };
  const hooks = HAS_SYNC_HOOKS
    ? "module.registerHooks, in the program's thread"
    : "module.register, in a thread of its own";
  return { name: "Node", status: "ok", detail: `${detail}; modules are hooked by ${hooks}` };
}

/** Loaders that a program started here would have besides ours. */
export function checkNodeOptions(env: Environment): Check {
  const options = env["NODE_OPTIONS"]?.trim() ?? "";
  if (options === "") return { name: "NODE_OPTIONS", status: "ok", detail: "empty" };
  const loaders = options.match(/(?:--import|--require|-r|--loader|--experimental-loader)[= ]\S+/g) ?? [];
  if (loaders.some((loader) => loader.includes("astrocache/register"))) {
    return {
      name: "NODE_OPTIONS",
      status: "note",
      detail: `${options}; every Node started here is hooked, this one too`,
    };
  }
  return { name: "NODE_OPTIONS", status: loaders.length > 0 ? "note" : "ok", detail: options };
}
