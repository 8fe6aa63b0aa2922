import { NodeModule } from "../../../loader/hooks/node-module.ts";

/** A foreign loader in Node's hooks thread, as OpenTelemetry has one. */
process.removeAllListeners("warning");
process.on("warning", () => {});
NodeModule.register(new URL("./async-loader-hooks.js", import.meta.url), { data: undefined, transferList: [] });
