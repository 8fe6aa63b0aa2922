import { syncBuiltinESMExports } from "node:module";
import { ownFile } from "../../runtime/own/files.ts";
import { NodeModule } from "./node-module.ts";
import type { FromHooksThread, HooksThreadData, SessionModuleAt } from "./thread-messages.ts";
import { isTsxCommonJsActive } from "./tsx.ts";

/** Registers our hooks in Node's hooks thread. `accept` gets what it tells; returns what has it get all that was told so far. */
export function registerOffThread(
  session: SessionModuleAt,
  settings: unknown,
  accept: (message: FromHooksThread) => void,
): () => void {
  // Not before it is needed: it takes 2 ms to load.
  const { MessageChannel, receiveMessageOnPort } = process.getBuiltinModule("node:worker_threads");
  const { port1: port, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const data: HooksThreadData = { port: port2, session, settings, isTsxActive: isTsxCommonJsActive(), done };
  NodeModule.register(ownFile("loader/hooks/thread-entry.js"), { data, transferList: [port2] });
  observeOutside();
  const answer = (message: FromHooksThread): void => {
    accept(message);
    if (message.type === "record") return;
    Atomics.add(done, 0, 1);
    Atomics.notify(done, 0);
  };
  port.on("message", answer);
  port.unref();
  return () => {
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port))
      answer(next.message as FromHooksThread);
  };
}

/** Has our observer registered anew after each loader that others register from now on. */
function observeOutside(): void {
  const { register } = NodeModule;
  let observers = 0;
  NodeModule.register = (...args) => {
    register.apply(NodeModule, args);
    observers += 1;
    register(new URL(`?${observers}`, ownFile("loader/hooks/thread-observer.js")));
  };
  syncBuiltinESMExports();
}
