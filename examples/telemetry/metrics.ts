/**
 * Feeds OpenTelemetry from astrocache's channels. It depends on the channels' names alone, so that a program without the hook
 * measures nothing and runs as ever.
 */
import type { Events } from "astrocache";
import { subscribe } from "node:diagnostics_channel";
import type { Attributes, Meter } from "@opentelemetry/api";

export function measureCache(meter: Meter): void {
  const calls = meter.createCounter("astrocache.calls", {
    description: "Calls of memoized functions, by what became of them",
  });
  const saved = meter.createHistogram("astrocache.saved", { unit: "ms", description: "What an answer saved" });
  const duration = meter.createHistogram("astrocache.duration", {
    unit: "ms",
    description: "What calls took that ran",
  });
  const bytes = meter.createCounter("astrocache.store.bytes", { unit: "By", description: "What stores gave and took" });
  const errors = meter.createCounter("astrocache.errors", { description: "What failed and was worked around" });
  on("astrocache:hit", ({ target, from, savedMs }) => {
    calls.add(1, { target, outcome: "hit", from });
    saved.record(Math.max(0, savedMs), { target });
  });
  on("astrocache:miss", ({ target, cause, durationMs }) => {
    calls.add(1, { target, outcome: "miss", cause });
    duration.record(durationMs, { target });
  });
  on("astrocache:bypass", ({ target, reason }) => calls.add(1, { target, outcome: "bypass", reason }));
  on("astrocache:verify", ({ target, difference }) =>
    calls.add(1, { target, outcome: difference === undefined ? "same" : "different" } satisfies Attributes),
  );
  on("astrocache:store", ({ store, operation, bytes: size }) => bytes.add(size ?? 0, { store, operation }));
  on("astrocache:error", ({ source }) => errors.add(1, { source }));
}

function on<Name extends keyof Events>(name: Name, take: (event: Events[Name]) => void): void {
  subscribe(name, (message) => take(message as Events[Name]));
}
