import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import type { MessagePort, Worker } from "node:worker_threads";
import type { BridgeData, Numbered, Reply, Request } from "./bridge-protocol.ts";
import { DeadlineError } from "../deadline.ts";
import { startQuietWorker } from "../quiet-worker.ts";
import type { FarSpec } from "../store-spec.ts";

/** A worker that does the I/O while this thread waits. Started by the first request, and again after it was lost. */
export interface Bridge {
  /** Waits for the reply, `ms` at most, or throws a `DeadlineError`. */
  ask(request: Request, ms: number): Reply;
  /** Sends without waiting; the reply is handed over when this thread next looks, or next comes to its event loop. */
  post(request: Request, whenSettled: (reply: Reply) => void): void;
  /** Hands over the replies that have come. */
  look(): void;
  /** Waits until everything posted is answered; false: not within `ms`. */
  drain(ms: number): boolean;
  /** Ends the worker; the next request starts another one. */
  stop(): Promise<void>;
}

interface Running {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly replies: Int32Array;
}

export function createBridge(spec: FarSpec): Bridge {
  const waiting = new Map<number, (reply: Reply) => void>();
  let running: Running | undefined;
  let lastId = 0;

  const lose = (gone: Running, why: string): void => {
    if (running !== gone) return;
    running = undefined;
    const lost = [...waiting];
    waiting.clear();
    for (const [id, settle] of lost) settle({ id, fence: -1, ok: false, message: why });
  };

  const settle = (reply: Reply): void => {
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  };

  const start = (): Running => {
    const { port1: port, port2: theirs } = new MessageChannel();
    const replies = new Int32Array(new SharedArrayBuffer(4));
    const workerData: BridgeData = { spec, port: theirs, replies };
    const worker = startQuietWorker("runtime/stores/far/bridge-worker.js", workerData, [theirs]);
    const started = { worker, port, replies };
    worker.on("error", (error) => lose(started, String(error)));
    worker.on("exit", () => lose(started, "the worker ended"));
    // For callers that do not sleep. A listener alone would keep the process alive.
    port.on("message", settle);
    port.unref();
    return started;
  };

  const send = (request: Request, whenSettled: (reply: Reply) => void): Running => {
    running ??= start();
    const message: Numbered = { id: ++lastId, request };
    waiting.set(message.id, whenSettled);
    running.port.postMessage(message);
    return running;
  };

  const look = (): void => {
    if (running === undefined) return;
    for (;;) {
      const received = receiveMessageOnPort(running.port);
      if (received === undefined) return;
      settle(received.message as Reply);
    }
  };

  /** False where `done` did not come true in time. */
  const wait = ({ replies }: Running, done: () => boolean, ms: number): boolean => {
    const end = performance.now() + ms;
    for (;;) {
      const seen = Atomics.load(replies, 0);
      look();
      if (done()) return true;
      const left = end - performance.now();
      if (left <= 0 || Atomics.wait(replies, 0, seen, left) === "timed-out") return done();
    }
  };

  const stop = async (): Promise<void> => {
    const last = running;
    if (last === undefined) return;
    lose(last, "the worker was stopped");
    last.port.close();
    await last.worker.terminate();
  };

  return {
    ask(request, ms) {
      let reply: Reply | undefined;
      const asked = send(request, (given) => (reply = given));
      wait(asked, () => reply !== undefined, ms);
      if (reply !== undefined) return reply;
      // It answers everything within the deadlines of its store, so that it must have died or be stuck.
      void stop();
      throw new DeadlineError(`no answer within ${ms} ms`);
    },
    post(request, whenSettled) {
      send(request, whenSettled);
    },
    look,
    drain: (ms) => running === undefined || wait(running, () => waiting.size === 0, ms),
    stop,
  };
}
