import {
  BroadcastChannel,
  getEnvironmentData,
  isMainThread,
  receiveMessageOnPort,
  setEnvironmentData,
} from "node:worker_threads";
import type { Novelty } from "../../runtime/report/nearest-call.ts";
import type { Totals } from "../../runtime/report/tally.ts";

/** What one thread has to say at its end. Structured-clonable. */
export interface ThreadReport {
  readonly totals: Totals;
  readonly novelties: Readonly<Record<string, Novelty>>;
}

/** Has the threads of a process tell the main one what they did, so that a process says one thing. */
export interface ThreadReports {
  /** True: the report was taken by the main thread, and this one says nothing. */
  handOver(report: ThreadReport): boolean;
  /** What other threads have handed over. */
  collected(): readonly ThreadReport[];
}

const NAME = "astrocache.reports";

/** A worker that is ended from outside reports nothing: it is not told. */
export function createThreadReports(): ThreadReports {
  return isMainThread ? collectReports() : { handOver, collected: () => [] };
}

function collectReports(): ThreadReports {
  const reports: ThreadReport[] = [];
  let channel: BroadcastChannel | undefined;
  // Workers inherit it: one whose main thread does not listen speaks for itself.
  setEnvironmentData(NAME, true);
  process.once("worker", () => {
    channel = new BroadcastChannel(NAME);
    listen(channel, (report) => reports.push(report));
    channel.unref();
  });
  return {
    handOver: () => false,
    collected() {
      for (let next = receive(channel); next !== undefined; next = receive(channel)) reports.push(next);
      return reports;
    },
  };
}

/** An `EventTarget`, which the types of Node 20 do not say. */
function listen(channel: BroadcastChannel, take: (report: ThreadReport) => void): void {
  const target: unknown = channel;
  (target as EventTarget).addEventListener("message", (event) => {
    if ("data" in event) take(event.data as ThreadReport);
  });
}

function receive(channel: BroadcastChannel | undefined): ThreadReport | undefined {
  // Node takes both, its types know ports alone.
  const received = channel === undefined ? undefined : receiveMessageOnPort(channel as never);
  return received?.message as ThreadReport | undefined;
}

function handOver(report: ThreadReport): boolean {
  if (getEnvironmentData(NAME) !== true) return false;
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(report);
  channel.close();
  return true;
}
